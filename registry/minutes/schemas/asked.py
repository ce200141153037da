from typing import Any

from marshmallow import fields
from marshmallow.validate import OneOf
from sqlalchemy import Select, select

from registry import clock
from registry.decisions.models import Decision
from registry.drafts.schemas import SettleForm
from registry.drafts.sent import boxes_sent
from registry.forms import Form, Lines, Of
from registry.meetings.models import Meeting
from registry.minutes.facts import BEFORE_ITEM, CLOSING, OPENING
from registry.minutes.models import OUTCOMES
from registry.people.models import Person
from registry.people.offering import name_today, people

__all__ = ["SettleForm"]


class BeginForm(Form):
    """Asks nothing more."""


class DiscardForm(Form):
    """Asks nothing more."""


class WriteForm(Form):
    """What is written in the boxes of the page; with what stood in them when they were seen, and at which desk.

    A page sends each box by its own name, as a program may; or it sends them together, as `boxes`.
    """

    was = fields.String(metadata={"kind": "hidden"})
    desk = fields.String(metadata={"kind": "hidden"})
    boxes = fields.Dict(keys=fields.String(), values=fields.String(), metadata={"off_page": True})

    def load(self, data: Any, **_: Any) -> dict[str, Any]:
        """Raises ValidationError for what is no box of such a page."""
        sent = dict(data) if isinstance(data, dict) else {}
        together = sent.pop("boxes", {})
        return boxes_sent(sent | together if isinstance(together, dict) else sent | {"boxes": together}, is_box)


def is_box(name: str) -> bool:
    """Whether minutes have boxes of that name. One of an item that is struck since keeps its words, unprinted."""
    return name in (OPENING, CLOSING) or name.startswith(BEFORE_ITEM)


class CirculateForm(Form):
    circulated = fields.Date(required=True, metadata={"label": "Sent out on"})
    letters = fields.Boolean(
        load_default=False,
        metadata={"label": "Write to each who is to have them", "hint": "By e-mail, to those with an address."},
    )


def of_the_past() -> Select[Meeting]:
    return select(Meeting).where(Meeting.on <= clock.today(), Meeting.cancelled.is_(None))


class CorrectionLine(Form):
    passage = fields.Integer(required=True, metadata={"label": "Passage", "hint": "Its number"})
    words = fields.String(required=True, metadata={"kind": "long", "label": "How it is to read"})


class ApproveForm(Form):
    meeting = Of(
        Meeting,
        required=True,
        shows=lambda meeting: meeting.called,
        among=of_the_past,
        metadata={"label": "Approved at the meeting", "hint": "A later one of the same body."},
    )
    item = fields.Integer(required=True, metadata={"label": "At item", "hint": "Its number on that agenda."})
    decision = Of(
        Decision,
        load_default=None,
        shows=lambda decision: decision.number,
        metadata={"label": "By decision", "hint": "Where the meeting took one; otherwise it is recorded at the item."},
    )
    corrections = Lines(
        CorrectionLine,
        load_default=list,
        metadata={"label": "Corrections", "hint": "Of what was written. What the registers say is put right there."},
    )


class AuthenticateForm(Form):
    person = Of(
        Person,
        required=True,
        shows=name_today,
        among=people,
        metadata={"label": "Signed by", "hint": "Who was in the chair of that meeting, or of the next."},
    )
    authenticated = fields.Date(required=True, metadata={"label": "Signed on"})


class CorrectForm(Form):
    meeting = Of(
        Meeting,
        required=True,
        shows=lambda meeting: meeting.called,
        among=of_the_past,
        metadata={"label": "Corrected at the meeting", "hint": "A later one of the same body, whose minute it is."},
    )
    item = fields.Integer(required=True, metadata={"label": "At item", "hint": "Its number on that agenda."})
    passage = fields.Integer(required=True, metadata={"label": "Passage", "hint": "Its number in these minutes."})
    words = fields.String(required=True, metadata={"kind": "long", "label": "How the passage is to read"})


class SuggestForm(Form):
    passage = fields.Integer(required=True, metadata={"label": "Passage", "hint": "The number beside it."})
    proposed = fields.String(required=True, metadata={"kind": "long", "label": "How it should read"})
    why = fields.String(load_default="", metadata={"kind": "long", "label": "Why"})
    person = Of(
        Person,
        load_default=None,
        shows=name_today,
        among=people,
        metadata={"label": "Whose suggestion", "hint": "Only where the office writes down what another said."},
    )


class AnswerForm(Form):
    outcome = fields.String(
        required=True,
        validate=OneOf(OUTCOMES, ["Accept it: it goes into the next version", "Decline it"]),
        metadata={"label": "What is made of it"},
    )
    answer = fields.String(load_default="", metadata={"kind": "long", "label": "Why", "hint": "Needed to decline it."})
