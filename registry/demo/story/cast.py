"""Who acts in the story, and what the chapters hand on to one another."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from registry.accounts.caller import HOUSE
from registry.accounts.models import Account
from registry.clock import Told
from registry.decisions.models import Decision
from registry.demo.facts.people import Person as Told_of
from registry.ledger.acts import Actor
from registry.meetings.models import Meeting
from registry.members.models import Member, ShareClass
from registry.people.models import Person
from registry.practices.models import Practice
from registry.seats.models import Seat
from registry.structure.models import Body

OPENED = datetime(2019, 12, 2, 9, tzinfo=UTC)
"""When the secretary opens the books. What was before is entered then, and shows as entered late."""


@dataclass
class Cast:
    """Everyone and everything that a later chapter may speak of, by the names the facts have for them."""

    now: Told
    secretary: Actor = HOUSE
    accounts: dict[str, Account] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    practices: dict[str, Practice] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    ordinary: ShareClass = field(init=False)

    def it_is(self, year: int, month: int, day: int, hour: int = 10, minute: int = 0) -> None:
        """Move the simulated clock, in UTC."""
        self.now.at = datetime(year, month, day, hour, minute, tzinfo=UTC)

    def person(self, told: Told_of) -> Person:
        return self.people[told.name]


def seal_of(facts: object) -> str:
    """The hash that stands for a file of these facts."""
    return sha256(repr(facts).encode()).hexdigest()
