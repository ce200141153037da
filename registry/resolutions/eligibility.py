"""Who may agree to a resolution when its first copy is sent, each with how many votes; read from the registers."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.decisions.unconflicted import if_all_came, without
from registry.meetings.voices import members_on
from registry.members.models import Member
from registry.members.queries import WITH_ALL
from registry.people.models import Person
from registry.seats import queries as seats
from registry.structure.models import GENERAL_MEETING, Body
from registry.terms.in_force import rules_in_force
from registry.votes.members import votes_of

DIED = "has died, and until others are entered for the shares nobody votes for them (Model Articles, arts 27 to 29)"
CONFLICTED = "has a conflict of interest in it, and could not have voted at a meeting (Model Articles, art. 8(3))"


@dataclass(frozen=True)
class Voter:
    """Somebody with votes on a body; `kept_out` says why the votes are not counted, if they are not."""

    person: Person
    votes: int
    member: Member | None = None
    seat: str = ""
    kept_out: str = ""

    def named_on(self, day: date) -> str:
        return self.member.names_on(day) if self.member else self.person.name_on(day)


def voters_of(body: Body, day: date, not_counted: Collection[str] = ()) -> list[Voter]:
    """Everybody who has votes on a day, as the registers now have it: members by folio, seats in their order.

    Whoever is `not_counted`, by the person's ref, is kept out.
    """
    return list(_members(day) if body.kind == GENERAL_MEETING else _seats(body, day, not_counted))


def total_of(voters: Sequence[Voter]) -> int:
    return sum(each.votes for each in voters if not each.kept_out)


def would_make_a_quorum(body: Body, day: date, not_counted: Collection[str]) -> bool | None:
    """Whether those who are counted would have made a quorum, had they all come to a meeting that day."""
    return if_all_came(rules_in_force(body, day), _lines(body, day), without(not_counted)).quorate


def _members(day: date) -> Iterator[Voter]:
    for member in members_on(day, WITH_ALL):
        if votes := votes_of(member, day):
            holders = [holder.person for holder in member.holders_on(day)]
            living = [person for person in holders if person.died is None or day < person.died]
            yield Voter((living or holders)[0], votes, member, kept_out="" if living else DIED)


def _seats(body: Body, day: date, not_counted: Collection[str]) -> Iterator[Voter]:
    lines = _lines(body, day)
    wanted = select(Person).where(Person.ref.in_([line["person"] for line in lines]))
    people = {person.ref: person for person in db.session.scalars(wanted.options(selectinload(Person.names)))}
    for line in lines:
        kept_out = CONFLICTED if line["person"] in not_counted else ""
        yield Voter(people[line["person"]], line["votes"], seat=line["seat"], kept_out=kept_out)


def _lines(body: Body, day: date) -> list[dict[str, Any]]:
    return [line for line in seats.seats_on(day, body) if line["votes"] and line["people"]]
