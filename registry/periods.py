"""Facts that hold for a time."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import CheckConstraint, ColumnElement, or_
from sqlalchemy.orm import Mapped, mapped_column

ONE_DAY = timedelta(days=1)


class Lasting:
    """A fact true from `since`, its first day, up to but not on `until`, the first day no longer.

    `until` is None while the fact still holds.
    """

    since: Mapped[date]
    until: Mapped[date | None] = mapped_column(
        CheckConstraint("until > since", name="ends_after_it_starts"), default=None
    )

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)

    def overlaps(self, since: date, until: date | None = None) -> bool:
        """Whether some day of this period lies in the other."""
        return (until is None or self.since < until) and (self.until is None or since < self.until)

    @property
    def last_day(self) -> date | None:
        """The last day on which the fact held, as the NHS and the people who read the page count it."""
        return self.until and self.until - ONE_DAY

    @classmethod
    def holding(cls, on: date) -> ColumnElement[bool]:
        """`holds`, asked of the database."""
        return (cls.since <= on) & or_(cls.until.is_(None), cls.until > on)


class Approximate:
    """A fact of which the sources may not give the day.

    `dates` is then when it was, in their own words, and the day on record the last that it can have been; it is
    empty where the day is certain.
    """

    dates: Mapped[str] = mapped_column(default="", server_default="")


Fact = TypeVar("Fact", bound=Lasting)


def holding(facts: Iterable[Fact], on: date) -> Fact | None:
    """The one of several facts in turn that holds on a day."""
    return next((fact for fact in facts if fact.holds(on)), None)
