"""Those whom an item of an agenda is about, as they are picked from the registers and named."""

from datetime import date
from typing import Any

from marshmallow import ValidationError
from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.db import db
from registry.forms import Of, named
from registry.people.models import Person
from registry.people.offering import people
from registry.practices.models import Practice
from registry.structure.models import Body

Known = Practice | Body | Person


class OfParty(Of):
    """A practice, a body or a person of the registers, written as its ref or its code."""

    def __init__(self, **more: Any) -> None:
        super().__init__(Practice, **more)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Known:
        found: Known | None = named(Practice, value) or named(Body, value) or named(Person, value)
        if found is None:
            raise ValidationError(f"There is no practice, body or person “{value}”.")
        return found

    def options(self) -> list[dict[str, str]]:
        """Those open and in being today, and everybody."""
        today = clock.today()
        practices = select(Practice).options(selectinload(Practice.particulars))
        open_now = practices.where(or_(Practice.closed.is_(None), Practice.closed > today))
        in_being = select(Body).where(Body.holding(today))
        known = [row for wanted in (open_now, in_being, people()) for row in db.session.scalars(wanted)]
        options = [{"value": row.ref, "text": name_of(row, today)} for row in known]
        return sorted(options, key=lambda option: option["text"].lower())


def name_of(party: Known, day: date) -> str:
    return party.name if isinstance(party, Body) else party.name_on(day)
