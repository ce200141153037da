"""What keeps people out of the items of a meeting: a later room says it; quorum, papers and attendance heed it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from registry import ledger
from registry.db import db
from registry.meetings.models import Meeting


@dataclass(frozen=True)
class Bar:
    """Something that stands between a person and an item: `why`, and what it leaves.

    Whether the person is counted for the quorum of the item, may vote, stays in the room, and has the papers.
    """

    item_ref: str
    person_ref: str
    why: str
    is_counted: bool
    votes: bool
    stays: bool
    has_papers: bool


Says = Callable[[Meeting], Iterable[Bar]]

SAYING: list[Says] = []


def hang(says: Says) -> None:
    """Let a room say what keeps people out of the items of a meeting."""
    if says not in SAYING:
        SAYING.append(says)


def bars_at(meeting: Meeting) -> list[Bar]:
    """Everything that keeps anybody out of an item of a meeting."""
    return [bar for says in SAYING for bar in says(meeting)]


def papers_kept_from(person_ref: str | None, meeting: Meeting) -> dict[str, str]:
    """The items on which a person is to have no papers, and why, by their refs; nobody's are kept from a stranger.

    It is what stands in the live books, also while a past is looked at in which nobody knew of it.
    """
    if person_ref is None:
        return {}
    with ledger.live():
        bars = bars_at(db.session.get_one(Meeting, meeting.ref))
    return {bar.item_ref: bar.why for bar in bars if bar.person_ref == person_ref and not bar.has_papers}
