"""One version whole: what it says, how it came about and what came of it."""

from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry import ledger
from registry.db import db
from registry.ledger.canonical import canonical
from registry.people.models import Person
from registry.practices.models import Practice
from registry.terms.models import Provision, Section, Terms, TermsMember
from registry.terms.provisions import sentence_of
from registry.terms.queries import line_on
from registry.terms.redline import numbered
from registry.terms.rules import section_told
from registry.terms.standing import status_on, versions_of


def version_on(terms: Terms, day: date) -> dict[str, Any]:
    """One version whole: its text, its members as they were called on a day, its rules, and where it came from."""
    versions = versions_of(terms)
    return line_on(terms, day, versions) | {
        "rev": terms.rev,
        "provisions": [provision_line(each) for each in terms.provisions],
        "sections": [_section(section) for section in terms.sections],
        "table": [_member(line, day) for line in _table(terms)],
        "seal": seal_of(terms),
        "owner": terms.owner,
        "circulated_to": terms.circulated_to,
        "amended": terms.amended,
        "adopted": terms.adopted,
        "amendments": terms.amendments,
        "mover": terms.mover and terms.mover.name_on(day),
        "signed": terms.signed_name,
        "history": [_told(each, day, versions) for each in sorted(versions, key=_first_known)],
        **_adoption(terms),
        **origins_of(terms),
    }


def _section(section: Section) -> dict[str, Any]:
    told = section_told(section)
    return told | {"clauses": [{"number": number, "text": text} for number, text in numbered(told)]}


def seal_of(terms: Terms) -> str:
    """The hash of all that a version says: two that say the same have the same."""
    return sha256(canonical(words_of(terms)).encode()).hexdigest()


def words_of(terms: Terms) -> dict[str, Any]:
    """All that a version says, and nothing of its dates or its standing."""
    return {
        "title": terms.title,
        "sections": [[section.heading, section.text] for section in terms.sections],
        "table": [[line.practice_ref, line.person_ref, line.responsibility] for line in terms.table],
        "rules": [list(_told_of(each).values()) for each in terms.provisions],
    }


def _first_known(terms: Terms) -> tuple[date, str]:
    return terms.circulated or terms.since or date.max, terms.ref


def _told(terms: Terms, day: date, versions: list[Terms]) -> dict[str, Any]:
    """A line of the history of some terms."""
    told = {"ref": terms.ref, "version": terms.version, "circulated": terms.circulated, "since": terms.since}
    amends = next((each for each in versions if each.ref == terms.amends_ref), None)
    about = "" if amends is None else f"Version {amends.version} as the meeting amended it"
    return told | _adoption(terms) | {"status": status_on(terms, day, versions), "about": about}


def _adoption(terms: Terms) -> dict[str, Any]:
    adoption = ledger.cause_of(terms.ref, "terms.adopt", "terms.bring_in") if terms.since else None
    return {"adopted_by": adoption and _cited(adoption), "adopted_by_ref": adoption and adoption.ref}


def provision_line(rule: Provision) -> dict[str, Any]:
    return _told_of(rule) | {"sentence": sentence_of(rule)}


def _told_of(rule: Provision) -> dict[str, Any]:
    return {name: getattr(rule, name) for name in ("what", "number", "of", "who", "matter", "over", "clause")}


def _table(terms: Terms) -> list[TermsMember]:
    named = joinedload(TermsMember.practice).selectinload(Practice.particulars)
    called = joinedload(TermsMember.person).selectinload(Person.names)
    lines = select(TermsMember).where(TermsMember.terms_ref == terms.ref).options(named, called)
    return list(db.session.scalars(lines.order_by(TermsMember.place)))


def _member(line: TermsMember, day: date) -> dict[str, Any]:
    return {
        "practice": line.practice and line.practice.name_on(day),
        "practice_ref": line.practice_ref,
        "name": line.person and line.person.name_on(day),
        "person_ref": line.person_ref,
        "responsibility": line.responsibility,
    }


def _cited(adoption: ledger.Cause) -> str:
    """How people cite what adopted it: a decision's number."""
    return str(adoption.document.get("number") or adoption.kind.replace("_", " "))


def origins_of(terms: Terms) -> dict[str, Any]:
    """The versions that a version came from and that came of it."""
    kin = {
        "supersedes": terms.supersedes_ref and db.session.get(Terms, terms.supersedes_ref),
        "superseded_by": db.session.scalar(select(Terms).where(Terms.supersedes_ref == terms.ref)),
        "amends": terms.amends_ref and db.session.get(Terms, terms.amends_ref),
        "amended_as": db.session.scalar(
            select(Terms).where(Terms.amends_ref == terms.ref, Terms.withdrawn.is_(None)).order_by(Terms.ref.desc())
        ),
    }
    return {name: _version(other or None) for name, other in kin.items()} | {
        f"{name}_ref": other.ref if other else None for name, other in kin.items()
    }


def _version(terms: Terms | None) -> str | None:
    return f"Version {terms.version}" if terms else None
