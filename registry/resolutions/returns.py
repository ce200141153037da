"""The return that arises from a special resolution passed in writing: a copy of it."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.deadlines import days_from
from registry.decisions.models import ADOPTED
from registry.decisions.returns import AUTHORITY, FORM, WITHIN_DAYS
from registry.filings.returns import Arising, Return, hang
from registry.resolutions.models import SPECIAL, Resolution


def passed_in_writing(on: date) -> Iterator[Arising]:
    """Each but those that amend the articles, of which the log of decisions tells: within 15 days of being passed."""
    wanted = select(Resolution).where(
        Resolution.passes_as == SPECIAL, Resolution.passed_at.is_not(None), Resolution.kind != ADOPTED
    )
    for each in db.session.scalars(wanted.order_by(Resolution.passed_at)):
        assert each.passed_at is not None and each.decision is not None
        passed = clock.civil_day(each.passed_at)
        if passed <= on:
            sentence = f"Send a copy of the special resolution {each.decision.number}"
            deadline = days_from(passed, WITHIN_DAYS)
            yield Arising(each.ref, sentence, passed, deadline, "resolutions.resolution", each.ref)


def hang_all() -> None:
    hang(Return(FORM, "Special resolution in writing", AUTHORITY, passed_in_writing))
