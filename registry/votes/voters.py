"""Who may vote on an item of a meeting, for which share account or seat, and with how many votes."""

from collections.abc import Iterable, Iterator
from typing import Any

from registry.meetings.counting import Counting
from registry.meetings.models import PROXY, Meeting
from registry.meetings.queries import seats_that_day
from registry.meetings.voices import is_of_members, names_of
from registry.votes import members
from registry.votes.counting import Hands, hands_there
from registry.votes.holdings import Holding, Voter
from registry.votes.models import DEPUTY, IN_PERSON


def holdings_at(meeting: Meeting) -> list[Holding]:
    """Everything that has votes on the day of a meeting: members with shares, or seats that somebody holds."""
    if is_of_members(meeting):
        return members.holdings_at(meeting)
    return [_of_seat(line) for line in seats_that_day(meeting) if line["votes"]]


def voters_at(meeting: Meeting, item_ref: str) -> list[Voter]:
    """Whoever is there for an item and may vote on it, holding by holding."""
    return list(members.voters_at(meeting, item_ref) if is_of_members(meeting) else _of_seats(meeting, item_ref))


def hands_at(meeting: Meeting, item_ref: str) -> Hands:
    """How many hands there were to raise on an item: for each member one; of other bodies, the votes of the seats."""
    voters = voters_at(meeting, item_ref)
    if not is_of_members(meeting):
        votes = sum(each.votes for each in voters)
        return Hands(votes, votes)
    told: dict[str, list[str]] = {}
    for each in voters:
        if each.capacity == PROXY:
            told.setdefault(each.person, []).append(each.told)
    return hands_there(sum(each.capacity != PROXY for each in voters), told)


def all_hands_of(meeting: Meeting) -> int:
    """How many hands there would be if everybody came: the members, or the votes of the seats that are held."""
    holdings = holdings_at(meeting)
    return len(holdings) if is_of_members(meeting) else sum(each.votes for each in holdings)


def names_at(meeting: Meeting, voters: Iterable[Voter]) -> dict[str, str]:
    return dict(names_of([each.person for each in voters], meeting.on))


def _of_seat(line: dict[str, Any]) -> Holding:
    return Holding(line["ref"], f"{line['seat']} ({' and '.join(line['names'])})", line["votes"])


def _of_seats(meeting: Meeting, item_ref: str) -> Iterator[Voter]:
    """For each seat whoever is counted for it and may vote: one of those who hold it, or else a deputy."""
    lines = [line for line in seats_that_day(meeting) if line["votes"]]
    counting, seated = Counting(meeting, lines), {person for line in lines for person in line["people"]}
    voting = set(counting.quorum(item_ref).voting)
    for line, voice in zip(lines, counting.voices, strict=True):
        holders = [person for person in line["people"] if person in voting]
        deputies = [person for person in voice.others if person in voting - seated]
        for person in (holders or deputies)[:1]:
            holding = _of_seat(line)
            yield Voter(holding, person, IN_PERSON if holders else DEPUTY, holding.votes)
