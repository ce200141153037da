"""Who is still to be written to, and who cannot be."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.rounds.answers import answers_of
from registry.rounds.models import Round
from registry.rounds.states import state_on

DAYS_A_LINK_LASTS = 28
"""After the day that a round is due, or on which the letter was written, if that is later."""

NO_ADDRESS, WRITTEN_TODAY, DIED = "no e-mail address", "written to today", "has died"


@dataclass
class ToWrite:
    """Those who have not answered: who is to be written to, and who is not, with why."""

    people: list[Person] = field(default_factory=list)
    left_out: list[tuple[Person, str]] = field(default_factory=list)


def to_write_on(round: Round, day: date) -> ToWrite:
    asked = [each.person_ref for each in round.asked]
    people = db.session.scalars(select(Person).where(Person.ref.in_(asked)).options(selectinload(Person.names)))
    found, answers = ToWrite(), answers_of(asked, day)
    for person in sorted(people, key=lambda person: _surname(person, day)):
        if state_on(day, answers.get(person.ref, []), opens=round.opens, due=round.due).answer is not None:
            continue
        if why := _why_not(round, person, day):
            found.left_out.append((person, why))
        else:
            found.people.append(person)
    return found


def _why_not(round: Round, person: Person, day: date) -> str:
    last = round.last_written_to(person.ref, day)
    if person.died is not None:
        return DIED
    if not person.email:
        return NO_ADDRESS
    return WRITTEN_TODAY if last and last.on == day else ""


def _surname(person: Person, day: date) -> tuple[str, str]:
    return person.borne_on(day).surname.casefold(), person.ref


def last_day_of_links(round: Round, day: date) -> date:
    return max(round.due, day) + timedelta(days=DAYS_A_LINK_LASTS)


def first_day_without(round: Round, day: date) -> date:
    return last_day_of_links(round, day) + ONE_DAY
