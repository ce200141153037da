from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.ledger import opening
from registry.ledger.acts import Actor
from registry.periods import ONE_DAY
from registry.reckoning import drawn
from registry.structure.models import Body
from registry.terms import rules
from registry.terms.commands.layout import Told
from registry.terms.models import Provision, Section, Terms


@opening
def bring_in(
    *,
    body: Body,
    kind: str,
    title: str,
    version: str,
    since: date,
    until: date | None = None,
    dates: str = "",
    provisions: Told = (),
    review_due: date | None = None,
    sections: Told = (),
    by: Actor,
) -> Terms:
    """Enter a version of the old books as it stood: in force from `since` up to `until`, its first day no longer.

    Its text is left as it is, blanks and all. It supersedes the version that ends on its first day.
    """
    if until is not None:
        since = drawn(since, dates, by=until - ONE_DAY)
    others = _versions(body, kind)
    rules.version_is_new(any(other.version == version for other in others))
    rules.body_exists(body, since=since)
    rules.ends_after_it_begins(since, until)
    rules.no_other_is_in_force_then(others, since, until)
    terms = Terms(
        body=body, kind=kind, title=title, version=version, since=since, until=until, dates=dates,
        review_due=review_due,
    )  # fmt: skip
    terms.sections = [Section(place=place, **told) for place, told in enumerate(sections, start=1)]
    terms.provisions = [Provision(place=place, **told) for place, told in enumerate(provisions, start=1)]
    db.session.add(terms)
    db.session.flush()  # a version that names this one as the one before it is written only after it
    _put_in_turn(terms, others)
    return terms


def _put_in_turn(terms: Terms, others: list[Terms]) -> None:
    """Each version supersedes the one whose last day is the day before its first, whichever was entered first."""
    for other in others:
        if other.until is not None and other.until == terms.since:
            terms.supersedes_ref = other.ref
        if terms.until is not None and terms.until == other.since:
            other.supersedes_ref = terms.ref


def _versions(body: Body, kind: str) -> list[Terms]:
    return list(db.session.scalars(select(Terms).where(Terms.body_ref == body.ref, Terms.kind == kind)))
