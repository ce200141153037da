"""What is asked of those who agree actions, and of what has become of them."""

from typing import Any

from marshmallow import fields
from marshmallow.validate import OneOf
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from registry import clock
from registry.actions.models import ENDINGS
from registry.decisions.models import Decision
from registry.forms import Form, Of
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.people.offering import name_today, people

NEXT_MEETING = "Leave this empty for the body’s next meeting."
TODAY = "Leave this empty for today."


def held() -> Select[Meeting]:
    """Meetings whose day has come, the latest first."""
    wanted = select(Meeting).where(Meeting.on <= clock.today(), Meeting.cancelled.is_(None))
    return wanted.order_by(Meeting.on.desc(), Meeting.begins, Meeting.ref).options(joinedload(Meeting.body))


def _somebody(**more: Any) -> Of:
    return Of(Person, shows=name_today, among=people, **more)


def _on() -> fields.Date:
    return fields.Date(load_default=None, metadata={"label": "On", "hint": TODAY})


class AgreeForm(Form):
    owner = _somebody(required=True, metadata={"label": "Who"})
    what = fields.String(
        required=True, metadata={"label": "Is to", "hint": "In the words that follow “to”: write to the landlord."}
    )
    due = fields.Date(load_default=None, metadata={"label": "By", "hint": NEXT_MEETING})
    meeting = Of(
        Meeting,
        load_default=None,
        shows=lambda meeting: meeting.called,
        among=held,
        in_order=True,
        metadata={"label": "Agreed at the meeting", "hint": "Leave blank if it was agreed by a decision."},
    )
    item = fields.Integer(load_default=None, metadata={"label": "Item", "hint": "Its number on the agenda."})
    decision = Of(
        Decision,
        load_default=None,
        shows=lambda decision: f"{decision.number} {decision.text[:60]}",
        metadata={"label": "Or by the decision"},
    )
    others = fields.List(_somebody(), load_default=list, metadata={"label": "With whom"})


class NoteProgressForm(Form):
    words = fields.String(required=True, metadata={"label": "How far it has come", "kind": "long"})
    person = _somebody(load_default=None, metadata={"label": "Who told", "hint": "Leave this empty for its owner."})
    on = _on()


class TellForm(Form):
    """What whoever comes by a link says of his or her own action."""

    words = fields.String(
        required=True,
        metadata={"label": "How far has it come?", "kind": "long", "hint": "A sentence or two. Say it if it is done."},
    )


class AskAfterForm(Form):
    pass


class MoveDueForm(Form):
    due = fields.Date(load_default=None, metadata={"label": "Due by", "hint": NEXT_MEETING})
    why = fields.String(required=True, metadata={"label": "Why"})
    on = _on()


class HandOverForm(Form):
    owner = _somebody(required=True, metadata={"label": "To whom"})
    why = fields.String(load_default="", metadata={"label": "Why"})
    on = _on()


class CloseForm(Form):
    how = fields.String(
        required=True,
        validate=OneOf(ENDINGS, [each.capitalize() for each in ENDINGS]),
        metadata={"label": "What became of it", "kind": "choice"},
    )
    why = fields.String(load_default="", metadata={"label": "What shows it, or why it was dropped", "kind": "long"})
    on = _on()


class ReopenForm(Form):
    why = fields.String(required=True, metadata={"label": "Why it is to be done after all"})
    on = _on()
