from collections.abc import Iterable
from typing import Any

from marshmallow import ValidationError

from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings.models import Item, Meeting, Party
from registry.meetings.parties import Known, name_of
from registry.people.models import Person


@command
def add_item(
    meeting: Meeting,
    *,
    title: str,
    purpose: str,
    presenter: Person | None = None,
    proposed: str = "",
    topic: str = "",
    parties: Iterable[dict[str, Any]] = (),
    by: Actor,
) -> Item:
    """Put an item at the end of the agenda; `proposed` is the text of the decision it asks for.

    It is about each of the `parties`: a `party` of the registers, or the `name` of somebody else.
    """
    return put(
        meeting, title=title, purpose=purpose, presenter=presenter, proposed=proposed, topic=topic, parties=parties
    )


def put(meeting: Meeting, *, parties: Iterable[dict[str, Any]] = (), **facts: Any) -> Item:
    item = Item(place=len(meeting.items) + 1, **facts)
    meeting.items.append(item)
    meeting.parties.extend(_party(meeting, item, **told) for told in parties)
    return item


def _party(meeting: Meeting, item: Item, *, party: Known | None = None, name: str = "") -> Party:
    if party is None:
        return Party(item_ref=item.ref, party_ref=None, name=name)
    return Party(item_ref=item.ref, party_ref=party.ref, name=name_of(party, meeting.on))


def numbered(meeting: Meeting, number: int) -> Item:
    """The item of a number on the agenda; raises ValidationError if there is none."""
    found = next((item for item in meeting.items if item.place == number), None)
    if found is None:
        raise ValidationError({"item": [f"The agenda of this meeting has no item {number}."]})
    return found
