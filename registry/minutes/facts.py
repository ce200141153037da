"""What the registers say happened at a meeting, in sentences: nobody writes these, and only their facts change them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from registry.meetings.models import Item, Meeting
from registry.minutes.said import Said
from registry.minutes.sources import agenda, attending, calling, confirming, deciding, doing, interests

Found = Mapping[str | None, Iterable[Said]]
"""By the ref of an item, or None: of the meeting as a whole."""

SOURCES: tuple[Callable[[Meeting], Found], ...] = (
    calling.opening,
    attending.who_came,
    agenda.papers,
    interests.notices,
    interests.declared,
    attending.who_left,
    calling.quorums,
    confirming.confirmed,
    deciding.votes,
    deciding.decisions,
    doing.actions,
    calling.closing,
)
"""In the order in which a reader of minutes meets them; a register that has more to say is added here."""

OPENING, CLOSING = "opening", "closing"
BEFORE_ITEM = "item-"


@dataclass(frozen=True)
class Block:
    """A part of the minutes: what is said before what is discussed, the box in which that is written, and after it."""

    item: Item | None
    box: str
    before: list[Said] = field(default_factory=list)
    after: list[Said] = field(default_factory=list)

    @property
    def item_ref(self) -> str | None:
        return self.item.ref if self.item else None


def blocks_of(meeting: Meeting, hidden: Collection[str] = ()) -> list[Block]:
    """The opening, each item of the agenda in turn but the `hidden` ones, and the close."""
    opening, closing = Block(None, OPENING), Block(None, CLOSING)
    items = [Block(item, f"{BEFORE_ITEM}{item.ref}") for item in meeting.items if item.ref not in hidden]
    by_item = {block.item_ref: block for block in items}
    for tells in SOURCES:
        for item_ref, sentences in tells(meeting).items():
            for said in sentences:
                block = by_item.get(item_ref) if item_ref else closing if said.after else opening
                if block is not None:
                    (block.after if said.after else block.before).append(said)
    return [opening, *items, closing]


def boxes_of(meeting: Meeting) -> list[str]:
    """The names of the boxes in which the minutes of a meeting are written."""
    return [OPENING, *(f"{BEFORE_ITEM}{item.ref}" for item in meeting.items), CLOSING]
