from typing import Any

from marshmallow import ValidationError, fields, post_load
from marshmallow.validate import OneOf

from registry.forms import Form, Lines
from registry.meetings.schemas.items import APersonNamed
from registry.votes.models import RIGHTS, WAYS
from registry.votes.schemas.asked import ANumber, ATimeOfDay


def in_capitals(words: tuple[str, ...]) -> list[str]:
    return [each[:1].upper() + each[1:] for each in words]


class DemandPollForm(Form):
    item = fields.Integer(required=True, metadata={"label": "Item", "hint": "Its number on the agenda."})
    demanded_in = fields.String(
        required=True, validate=OneOf(RIGHTS, in_capitals(RIGHTS)), metadata={"label": "Demanded by"}
    )
    demanders = fields.List(APersonNamed(), load_default=list, metadata={"label": "Who they are"})
    question = fields.String(
        load_default="",
        metadata={
            "kind": "long",
            "hint": "Only if no show of hands came before; then it is what was put there, word for word.",
        },
    )


class WithdrawDemandForm(Form):
    agreed = fields.Boolean(load_default=False, metadata={"label": "The chair consents"})


class OpenPollForm(Form):
    at = ATimeOfDay("Record time", "Who may vote is frozen then. As HH:MM, on the day of the meeting.", required=True)


class BallotForm(Form):
    """Votes for one member or seat: all of them one way or, where they are split, so many each way."""

    voter = fields.String(required=True, metadata={"kind": "hidden"})
    person = APersonNamed(required=True, metadata={"kind": "hidden"})
    how = fields.String(load_default="", validate=OneOf(WAYS, in_capitals(WAYS)), metadata={"label": "All votes"})
    votes_for = ANumber("For")
    votes_against = ANumber("Against")
    withheld = ANumber("Withheld")


class CastForm(Form):
    lines = Lines(
        BallotForm,
        required=True,
        metadata={
            "label": "Votes",
            "hint": "Leave blank whoever does not vote. Write numbers only where votes are split.",
        },
    )

    @post_load
    def leave_out_who_did_not_vote(self, told: dict[str, Any], **_: Any) -> dict[str, Any]:
        counts = "votes_for", "votes_against", "withheld"
        cast = [line for line in told["lines"] if line["how"] or any(line[name] for name in counts)]
        if not cast:
            raise ValidationError({"lines": ["Nobody’s vote is entered yet."]})
        return {"lines": cast}


class CloseForm(Form):
    """Asks nothing more."""
