"""Items are put on an agenda, changed, put in order, and taken off it."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from marshmallow import ValidationError

from registry import clock
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.models import CLOSING, AgendaPaper, Item, Meeting, Party
from registry.meetings.parties import Known, name_of
from registry.people.models import Person
from registry.structure.models import GENERAL_MEETING

UP = "up"
Parties = Iterable[dict[str, Any]]


@command
def add_item(
    meeting: Meeting, *, title: str, purpose: str, presenter: Person | None = None, proposed: str = "",
    resolution: str = "", topic: str = "", parties: Parties = (), time_wanted: int | None = None,
    awaits_paper: bool = False, restricted: str = "", by: Actor,
) -> Item:  # fmt: skip
    """Put an item after the business of the day; `proposed` is the text of the decision it asks for.

    It is about each of the `parties`: a `party` of the registers, or the `name` of somebody else. `time_wanted` is in
    minutes; `restricted`, the reason why few may read it.
    """
    rules.was_not_called_off(meeting.cancelled)
    return put(
        meeting, title=title, purpose=purpose, presenter=presenter, proposed=proposed, resolution=resolution,
        topic=topic, parties=parties, time_wanted=time_wanted, awaits_paper=awaits_paper, restricted=restricted,
    )  # fmt: skip


@command
def change_item(
    meeting: Meeting, *, item: int, title: str, purpose: str, presenter: Person | None = None, proposed: str = "",
    resolution: str = "", topic: str = "", parties: Parties = (), time_wanted: int | None = None,
    awaits_paper: bool = False, restricted: str = "", by: Actor,
) -> None:  # fmt: skip
    """Say anew what the item of that number is."""
    changed = open_item(meeting, item)
    _suits(meeting, resolution, restricted)
    changed.title, changed.purpose, changed.presenter = title, purpose, presenter
    changed.proposed, changed.resolution, changed.topic = proposed, resolution, topic
    changed.time_wanted, changed.awaits_paper, changed.restricted = time_wanted, awaits_paper, restricted
    _name(meeting, changed, parties)


@command
def reorder(meeting: Meeting, *, item: int, way: str, by: Actor) -> None:
    """Let an item and its neighbour, the one before it or after it, change places."""
    moved = open_item(meeting, item)
    neighbour = meeting.numbered(item - 1 if way == UP else item + 1)
    if neighbour is None:
        raise ValidationError({"way": [f"Item {item} is the {'first' if way == UP else 'last'} of the agenda."]})
    moved.place, neighbour.place = neighbour.place, moved.place


@command
def strike_item(meeting: Meeting, *, item: int, reason: str, by: Actor) -> None:
    """Take an item off the agenda. Once that has gone out, it stays in its place, marked as withdrawn."""
    struck = open_item(meeting, item)
    if meeting.has_gone_out:
        struck.withdrawn = clock.today()
        return
    meeting.papers = [paper for paper in meeting.papers if paper.item_ref != struck.ref]
    letter_anew(in_order(meeting))
    meeting.parties = [party for party in meeting.parties if party.item_ref != struck.ref]
    meeting.items.remove(struck)
    for place, each in enumerate(in_place(meeting), start=1):
        each.place = place


def put(meeting: Meeting, *, parties: Parties = (), **facts: Any) -> Item:
    """An item at the end, but before the standing items with which the agenda closes."""
    _suits(meeting, facts.get("resolution", ""), facts.get("restricted", ""))
    order = in_place(meeting)
    closing = list(takewhile(lambda each: each.standing in CLOSING, reversed(order)))
    if facts.get("standing") in CLOSING:
        closing = []
    item = Item(place=len(order) - len(closing) + 1, **facts)
    for each in closing:
        each.place += 1
    meeting.items.append(item)
    _name(meeting, item, parties)
    return item


def in_place(meeting: Meeting) -> list[Item]:
    return sorted(meeting.items, key=lambda item: item.place)


def in_order(meeting: Meeting) -> list[AgendaPaper]:
    """The papers by their letters."""
    return sorted(meeting.papers, key=lambda paper: rules.in_order(paper.letter))


def letter_anew(papers: Sequence[AgendaPaper]) -> None:
    for each, letter in zip(papers, rules.letters([each.item_ref for each in papers]), strict=True):
        each.letter = letter


def numbered(meeting: Meeting, number: int) -> Item:
    """The item of a number on the agenda; raises ValidationError if there is none."""
    if (found := meeting.numbered(number)) is None:
        raise ValidationError({"item": [f"The agenda of this meeting has no item {number}."]})
    return found


def open_item(meeting: Meeting, number: int) -> Item:
    """The same, of a meeting that stands, and itself not withdrawn."""
    rules.was_not_called_off(meeting.cancelled)
    item = numbered(meeting, number)
    rules.is_on_the_agenda(item.withdrawn)
    return item


def _suits(meeting: Meeting, resolution: str, restricted: str) -> None:
    """Hold an item to what business a meeting of that body may have."""
    general = meeting.body.kind == GENERAL_MEETING
    rules.resolution_is_of_the_members(resolution, general)
    rules.business_of_members_is_told(restricted, general)


def _name(meeting: Meeting, item: Item, parties: Parties) -> None:
    """Let an item be about these parties and no others."""
    meant = [_party(meeting, item, **told) for told in parties]
    before = [party for party in meeting.parties if party.item_ref == item.ref]
    if {(each.party_ref, each.name) for each in meant} == {(each.party_ref, each.name) for each in before}:
        return
    meeting.parties = [*(party for party in meeting.parties if party.item_ref != item.ref), *meant]


def _party(meeting: Meeting, item: Item, *, party: Known | None = None, name: str = "") -> Party:
    if party is None:
        return Party(item_ref=item.ref, party_ref=None, name=name)
    return Party(item_ref=item.ref, party_ref=party.ref, name=name_of(party, meeting.on))
