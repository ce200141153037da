from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms import rules
from registry.terms.models import TEN_HEADINGS, Provision, Section, Terms, TermsMember
from registry.terms.provisions import QUORUM

Told = Sequence[dict[str, Any]]

BLANK_SECTION = {"text": ""}
BLANK_MEMBER = {"practice": None, "person": None, "responsibility": ""}
BLANK_PROVISION = {"number": None, "of": None, "who": "", "matter": "", "over": "", "clause": ""}
TEN_SECTIONS: Told = [{"heading": heading} for heading in TEN_HEADINGS]


@command
def draft(
    *,
    body: Body,
    kind: str,
    title: str,
    version: str,
    sections: Told = TEN_SECTIONS,
    table: Told = (),
    provisions: Told = (),
    review_due: date | None = None,
    by: Actor,
) -> Terms:
    """Draft a version of a body's terms; it is in force only once it is adopted."""
    terms = Terms(body=body, kind=kind)
    with db.session.no_autoflush:
        _write(terms, title=title, version=version, review_due=review_due)
        _lay_out(terms, sections, table, provisions)
    db.session.add(terms)
    return terms


@command
def revise(
    terms: Terms,
    *,
    title: str,
    version: str,
    sections: Told = TEN_SECTIONS,
    table: Told = (),
    provisions: Told = (),
    review_due: date | None = None,
    by: Actor,
) -> None:
    """Write a draft anew. Terms once adopted stay as they are."""
    rules.is_a_draft(terms.since)
    with db.session.no_autoflush:
        _write(terms, title=title, version=version, review_due=review_due)
        _lay_out(terms, sections, table, provisions)


@command
def adopt(terms: Terms, *, since: date, by: Actor) -> None:
    """Put a draft in force from the start of a day; the version in force until then is superseded by it."""
    rules.is_a_draft(terms.since)
    rules.text_is_finished(rules.unfinished(terms))
    rules.body_exists(terms.body, since=since)
    rules.review_comes_after(since, review_due=terms.review_due)
    _uphold_the_quorum(terms, since)
    adopted = _adopted_versions(terms)
    rules.one_version_is_in_force(adopted, since=since)
    if adopted:
        _supersede(adopted[-1], terms, since)
    terms.since = since


def _uphold_the_quorum(terms: Terms, since: date) -> None:
    """A quorum that is a number is no more than the seats with a vote, where the body has seats."""
    quorum = next((each.number for each in terms.provisions if each.what == QUORUM and not each.of), None)
    found = select(Seat).where(Seat.body_ref == terms.body_ref, Seat.holding(since), Seat.votes > 0)
    rules.quorum_can_be_met(quorum, len(db.session.scalars(found).all()))


def _supersede(old: Terms, new: Terms, since: date) -> None:
    if old.until is None or old.until > since:
        old.until = since
    new.supersedes_ref = old.ref


def _adopted_versions(terms: Terms) -> list[Terms]:
    """The other versions of the same terms that were ever adopted, in turn."""
    others = select(Terms).where(Terms.body_ref == terms.body_ref, Terms.kind == terms.kind, Terms.ref != terms.ref)
    return list(db.session.scalars(others.where(Terms.since.is_not(None)).order_by(Terms.since)))


def _write(terms: Terms, *, version: str, **facts: Any) -> None:
    same = select(Terms.ref).where(Terms.body_ref == terms.body.ref, Terms.kind == terms.kind, Terms.version == version)
    rules.version_is_new(db.session.scalar(same.where(Terms.ref != terms.ref)) is not None)
    for name, fact in facts.items():
        setattr(terms, name, fact)
    terms.version = version


def _lay_out(terms: Terms, sections: Told, table: Told, provisions: Told) -> None:
    _overwrite(terms.sections, Section, [BLANK_SECTION | dict(told) for told in sections])
    _overwrite(terms.table, TermsMember, [BLANK_MEMBER | dict(told) for told in table])
    _overwrite(terms.provisions, Provision, [BLANK_PROVISION | dict(told) for told in provisions])
    rules.uphold_provisions(terms)


def _overwrite(parts: list[Any], kind: type, lines: Iterable[dict[str, Any]]) -> None:
    """Write lines over the parts in their order, so that a part which says the same stays the same part."""
    for place, (part, line) in enumerate(zip_longest(list(parts), lines), start=1):
        if line is None:
            parts.remove(part)
        elif part is None:
            parts.append(kind(place=place, **line))
        else:
            for name, value in line.items():
                setattr(part, name, value)
