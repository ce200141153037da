"""What a version is on a day, beside the others of its terms."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.terms.models import ADOPTED, AMENDED, CIRCULATED, Terms
from registry.wording import day as in_words

IN_FORCE, OVERTAKEN = "in force", "overtaken"


def in_turn(terms: Terms) -> tuple[date, date, str]:
    """Where a version stands among the others of its terms: by when it took effect, or else went out."""
    return terms.since or date.max, terms.circulated or date.max, terms.version


def status_on(terms: Terms, day: date, others: Iterable[Terms]) -> str:
    """In words: circulated, amended, in force, superseded, or adopted to take effect on a later day.

    What a meeting amended, or went out before another did, is overtaken by it.
    """
    if terms.in_force(day):
        return IN_FORCE
    status = terms.status(day)
    if status == ADOPTED:
        return f"{status}, from {in_words(terms.since)}"
    if status in (CIRCULATED, AMENDED) and any(_overtakes(other, terms, day) for other in others):
        return OVERTAKEN
    return status


def _overtakes(other: Terms, terms: Terms, day: date) -> bool:
    if other.withdrawn is not None and other.withdrawn <= day:
        return False
    if other.amends_ref == terms.ref:
        return other.amended is None or other.amended <= day
    if terms.circulated is None or other.circulated is None:
        return False
    return terms.circulated < other.circulated <= day


def versions_of(terms: Terms) -> list[Terms]:
    """Every version of the same terms of the same body, in turn."""
    asked = select(Terms).where(Terms.body_ref == terms.body_ref, Terms.kind == terms.kind)
    return sorted(db.session.scalars(asked.options(joinedload(Terms.body))), key=in_turn)
