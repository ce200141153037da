"""To whom the minutes of a meeting go: whoever came or sent apologies, and whoever sits on the body now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.meetings.models import ABSENT, Meeting
from registry.people.models import Person
from registry.seats import queries as seats

CAME, SITS = "was at the meeting, or had sent apologies", "sits on the body"
NO_ADDRESS, DIED = "no e-mail address", "has died"


@dataclass(frozen=True)
class Addressee:
    """Somebody who is to have the minutes, and why; or why no letter goes to him or her."""

    person: Person
    why: str

    @property
    def obstacle(self) -> str:
        if self.person.died is not None:
            return DIED
        return "" if self.person.email else NO_ADDRESS


def addressees_of(meeting: Meeting, day: date) -> list[Addressee]:
    """By name; each once."""
    why = dict(_reasons(meeting, day))
    wanted = select(Person).where(Person.ref.in_(why)).options(selectinload(Person.names))
    found = (Addressee(person, why[person.ref]) for person in db.session.scalars(wanted))
    return sorted(found, key=lambda each: (each.person.borne_on(day).surname.casefold(), each.person.ref))


def _reasons(meeting: Meeting, day: date) -> Iterator[tuple[str, str]]:
    for line in seats.seats_on(day, meeting.body):
        if line["body_ref"] == meeting.body_ref:
            yield from ((person, SITS) for person in line["people"])
    yield from ((mark.person_ref, CAME) for mark in meeting.attendances if mark.mark != ABSENT)
