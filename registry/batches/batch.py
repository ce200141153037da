"""A batch as it is asked for: its title, and its packets as they are when it is printed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.batches import chosen
from registry.batches.packets import Packet
from registry.db import db
from registry.editions.models import Edition
from registry.forms import named
from registry.meetings.models import Meeting
from registry.members.models import ShareClass
from registry.wording import day

Asked = dict[str, Any]
"""What a batch is of, in words that can be kept: days as YYYY-MM-DD, documents by their refs."""


@dataclass(frozen=True)
class Batch:
    title: str
    packets: list[Packet]


def certificates(asked: Asked) -> Batch:
    on, share_class = date.fromisoformat(asked["on"]), named(ShareClass, asked["share_class"])
    between = (date.fromisoformat(asked["since"]), date.fromisoformat(asked["until"])) if asked["since"] else None
    which = f"issued from {day(between[0])} to {day(between[1])}" if between else f"live on {day(on)}"
    of_class = f" of {share_class.name} shares" if share_class else ""
    return Batch(f"Certificates{of_class} {which}", chosen.certificates(on, between, share_class))


def members(asked: Asked) -> Batch:
    on, meeting = date.fromisoformat(asked["on"]), named(Meeting, asked["meeting"])
    what = f"for the general meeting on {day(meeting.on)}" if meeting else f"as at {day(on)}"
    return Batch(f"Members’ packets {what}", chosen.members_packets(on, asked["parts"], meeting))


def readers(asked: Asked) -> Batch:
    edition = db.session.get_one(Edition, asked["edition"])
    return Batch(f"Readers’ copies: {edition.called}", chosen.readers_packets(edition, asked["whose"]))
