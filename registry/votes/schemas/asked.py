from typing import Any

from marshmallow import fields
from marshmallow.validate import OneOf, Range, Regexp

from registry.forms import Form
from registry.meetings.models import RESOLUTIONS
from registry.meetings.schemas.items import APersonNamed
from registry.proxies.schemas import CLOCK_TIME
from registry.votes.models import AGAINST, FOR, HANDS, NAMED, OUTCOMES, VOICES

PUTTING = HANDS, VOICES, NAMED
PUT_IN_WORDS = "Show of hands", "By voices", "By name, seat by seat"
COUNTED = Range(0, 1_000_000_000, error="Write a number of votes, from 0 up.")
IF_COUNTED = "If they were counted."


def ANumber(label: str, **more: Any) -> fields.Integer:
    return fields.Integer(load_default=None, validate=COUNTED, metadata={"label": label, "width": 5} | more)


def ATimeOfDay(label: str, hint: str, *, required: bool = False) -> fields.String:
    about = {"label": label, "hint": hint, "width": 5}
    reads = Regexp(CLOCK_TIME, error="Write the time as HH:MM, such as 18:30.")
    more: dict[str, Any] = {"required": True} if required else {"load_default": ""}
    return fields.String(validate=reads, metadata=about, **more)


def AnOutcome(hint: str) -> fields.String:
    about = {"label": "What the chair declared", "hint": hint}
    return fields.String(load_default="", validate=OneOf(OUTCOMES, ["Carried", "Lost"]), metadata=about)


class PutForm(Form):
    item = fields.Integer(required=True, metadata={"label": "Item", "hint": "Its number on the agenda."})
    question = fields.String(
        required=True, metadata={"kind": "long", "hint": "In the very words in which it is put to the vote."}
    )
    method = fields.String(required=True, validate=OneOf(PUTTING, PUT_IN_WORDS), metadata={"label": "How it is voted"})
    votes_for = ANumber("For", hint=IF_COUNTED)
    votes_against = ANumber("Against", hint=IF_COUNTED)
    withheld = ANumber("Withheld", hint=IF_COUNTED)
    outcome = AnOutcome("If nobody counted, or if the result is known by now.")
    mover = APersonNamed(load_default=None, metadata={"label": "Moved by"})
    seconder = APersonNamed(load_default=None, metadata={"label": "Seconded by"})
    put_at = ATimeOfDay("At", "As HH:MM, if it was noted.")
    resolution = fields.String(
        load_default="",
        validate=OneOf(RESOLUTIONS, [f"{kind.capitalize()} resolution" for kind in RESOLUTIONS]),
        metadata={"kind": "pick", "hint": "In general meeting, if the agenda does not say: it is an ordinary one."},
    )
    matter = fields.String(
        load_default="",
        metadata={"label": "Matter", "hint": "If the terms ask a majority of its own for it, in the terms’ words."},
    )
    procedural = fields.Boolean(
        load_default=False,
        metadata={"label": "It only calls another meeting, adjourns this one, or says who is in the chair"},
    )


class DeclareForm(Form):
    votes_for = ANumber("For")
    votes_against = ANumber("Against")
    withheld = ANumber("Withheld")
    outcome = AnOutcome("If nobody counted.")


class GiveCastingVoteForm(Form):
    way = fields.String(
        required=True, validate=OneOf((FOR, AGAINST), ("For", "Against")), metadata={"label": "The chair votes"}
    )


class AmendForm(Form):
    words = fields.String(
        required=True, metadata={"kind": "long", "label": "The amendment", "hint": "In the words in which it is moved."}
    )
    question = fields.String(
        required=True, metadata={"kind": "long", "label": "The question as it would then be put", "hint": ""}
    )
    mover = APersonNamed(required=True, metadata={"label": "Moved by"})
    noticed_on = fields.Date(
        load_default=None, metadata={"label": "Written notice of it came on", "hint": "In general meeting."}
    )
    noticed_at = ATimeOfDay("At", "As HH:MM.")
    late_allowed = fields.Boolean(load_default=False, metadata={"label": "The chair allowed notice to come later"})
    alters_scope = fields.Boolean(
        load_default=False, metadata={"label": "The chair finds that it materially alters the scope"}
    )
    slip = fields.Boolean(
        load_default=False,
        metadata={"label": "It only corrects a slip of grammar, or nothing of substance"},
    )
    carried = fields.Boolean(load_default=False, metadata={"label": "It was carried"})


class RaiseObjectionForm(Form):
    person = APersonNamed(required=True, metadata={"label": "To whose voting"})
    made_on = fields.Date(required=True, metadata={"label": "Made on"})
    ground = fields.String(required=True, metadata={"label": "On what ground"})
    upheld = fields.Boolean(
        load_default=False, metadata={"label": "The chair upheld it", "hint": "The votes are then not counted."}
    )


class WithdrawForm(Form):
    why = fields.String(required=True, metadata={"label": "Why it was withdrawn"})


class StrikeForm(Form):
    reason = fields.String(required=True, metadata={"label": "What was wrong"})
