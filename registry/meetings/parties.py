"""Those whom an item of an agenda is about, as they are picked from the registers and named."""

from datetime import date
from typing import Any

from marshmallow import ValidationError
from sqlalchemy import select
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
        """Everybody there is or was: an item may go on being about a practice that has closed."""
        today = clock.today()
        practices = select(Practice).options(selectinload(Practice.particulars))
        known = [row for wanted in (practices, select(Body), people()) for row in db.session.scalars(wanted)]
        options = [{"value": row.ref, "text": f"{name_of(row, today)}{_so_far(row, today)}"} for row in known]
        return sorted(options, key=lambda option: option["text"].lower())


def name_of(party: Known, day: date) -> str:
    return party.name if isinstance(party, Body) else party.name_on(day)


def _so_far(party: Known, day: date) -> str:
    """What sets it apart from those that still are."""
    if isinstance(party, Practice):
        return "" if party.is_open(day) else " (closed)"
    return " (ended)" if isinstance(party, Body) and not party.holds(day) else ""
