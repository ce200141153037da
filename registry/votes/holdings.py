"""What has votes at a meeting, who is there for an item, and whom a conflict keeps from voting on it."""

from dataclasses import dataclass

from registry.meetings.bars import bars_at
from registry.meetings.models import PRESENT, Meeting
from registry.meetings.quorum import how_each_attended
from registry.meetings.voices import marks_of
from registry.proxies.models import DISCRETION


@dataclass(frozen=True)
class Holding:
    """A member's account or a seat (by its ref), what it is called, and the votes that it has on the day."""

    of: str
    called: str
    votes: int


@dataclass(frozen=True)
class Voter:
    """Somebody who is there for an item and may vote for a holding; `votes` is how many of its votes are hers.

    `told` is how whoever appointed her as proxy told her to vote.
    """

    holding: Holding
    person: str
    capacity: str
    votes: int
    told: str = DISCRETION


def there_for(meeting: Meeting, item_ref: str) -> set[str]:
    """The refs of those who take part in an item."""
    return {person for person, how in how_each_attended(item_ref, marks_of(meeting)).items() if how == PRESENT}


def barred_from(meeting: Meeting, item_ref: str) -> set[str]:
    """The refs of those whom a conflict on record keeps from voting on an item."""
    return {bar.person_ref for bar in bars_at(meeting) if bar.item_ref == item_ref and not bar.votes}
