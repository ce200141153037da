from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry import ledger
from registry.db import db
from registry.people.models import Person
from registry.practices.models import Practice
from registry.structure.models import BOARD, COMPANY, Body
from registry.terms.models import ADOPTED, KINDS, TERMS_OF_REFERENCE, Provision, Section, Terms, TermsMember
from registry.terms.provisions import sentence_of
from registry.wording import day as in_words

REVIEW_AHEAD = timedelta(days=60)
TOP_BODIES = (COMPANY, BOARD)
IN_FORCE = "in force"


def in_force(body: Body, day: date, kind: str = TERMS_OF_REFERENCE) -> Terms | None:
    """The version of a body's terms in force on a day, by whose quorum and notice its meetings are held."""
    in_turn = select(Terms).where(Terms.body_ref == body.ref, Terms.kind == kind, Terms.since <= day)
    return db.session.scalar(in_turn.where(or_(Terms.until.is_(None), Terms.until > day)))


def terms_on(day: date, body: Body | None = None) -> list[dict[str, Any]]:
    """Every version of every body's terms, or of one body's, with what it was on a day: the newest of each first."""
    found = select(Terms).options(joinedload(Terms.body))
    if body is not None:
        found = found.where(Terms.body_ref == body.ref)
    newest = sorted(db.session.scalars(found), key=lambda terms: (terms.since or date.max, terms.version), reverse=True)
    return [line_on(terms, day) for terms in sorted(newest, key=_place)]


def line_on(terms: Terms, day: date) -> dict[str, Any]:
    return {
        "ref": terms.ref,
        "title": terms.title,
        "body": terms.body.name,
        "body_ref": terms.body_ref,
        "kind": terms.kind,
        "version": terms.version,
        "status": status_on(terms, day),
        "since": terms.since,
        "dates": terms.dates,
        "last_day": terms.until and terms.until - timedelta(days=1),
        "review_due": terms.review_due,
    }


def status_on(terms: Terms, day: date) -> str:
    """In words: a draft, in force, superseded, or adopted to take effect on a later day."""
    if terms.in_force(day):
        return IN_FORCE
    status = terms.status(day)
    return f"{status}, from {in_words(terms.since)}" if status == ADOPTED else status


def version_on(terms: Terms, day: date) -> dict[str, Any]:
    """One version whole: its text, its members as they were called on a day, its rules, and where it came from."""
    adoption = ledger.cause_of(terms.ref, "terms.adopt", "terms.bring_in") if terms.since else None
    return line_on(terms, day) | {
        "rev": terms.rev,
        "provisions": [provision_line(each) for each in terms.provisions],
        "sections": [_section(section) for section in terms.sections],
        "table": [_member(line, day) for line in _table(terms)],
        "adopted_by": adoption and _cited(adoption),
        "adopted_by_ref": adoption and adoption.ref,
        "supersedes": _version(db.session.get(Terms, terms.supersedes_ref) if terms.supersedes_ref else None),
        "supersedes_ref": terms.supersedes_ref,
        **_successor(terms),
    }


def provision_line(rule: Provision) -> dict[str, Any]:
    told = {name: getattr(rule, name) for name in ("what", "number", "of", "who", "matter", "over", "clause")}
    return told | {"sentence": sentence_of(rule)}


def _section(section: Section) -> dict[str, Any]:
    return {"number": section.place, "heading": section.heading, "text": section.text}


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


def _successor(terms: Terms) -> dict[str, Any]:
    successor = db.session.scalar(select(Terms).where(Terms.supersedes_ref == terms.ref))
    return {"superseded_by": _version(successor), "superseded_by_ref": successor and successor.ref}


def _version(terms: Terms | None) -> str | None:
    return f"Version {terms.version}" if terms else None


def due_for_review(day: date) -> list[Terms]:
    """Terms in force on a day whose review is overdue, or due within the time it takes to hold one."""
    wanted = select(Terms).options(joinedload(Terms.body)).where(Terms.review_due <= day + REVIEW_AHEAD)
    return [terms for terms in db.session.scalars(wanted.order_by(Terms.review_due)) if terms.in_force(day)]


def sections_with(words: str) -> list[Section]:
    """The sections with some words in their heading or text, of every version."""
    said = or_(Section.text.icontains(words, autoescape=True), Section.heading.icontains(words, autoescape=True))
    return list(db.session.scalars(_sections().where(said).order_by(Section.terms_ref, Section.place)))


def _sections() -> Select[Section]:
    return select(Section).options(selectinload(Section.terms).joinedload(Terms.body))


def _place(terms: Terms) -> tuple[Any, ...]:
    body = terms.body
    return body.kind not in TOP_BODIES, body.name, body.ref, KINDS.index(terms.kind)
