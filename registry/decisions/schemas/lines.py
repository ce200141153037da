"""Of what a decision may have several: conditions, and earlier decisions that it bears on."""

from marshmallow import fields
from marshmallow.validate import OneOf
from sqlalchemy import Select, select

from registry.decisions.models import BEARINGS, CARRIED, Decision
from registry.forms import Form, Of


def carried() -> Select[Decision]:
    return select(Decision).where(Decision.outcome == CARRIED)


class ConditionLine(Form):
    words = fields.String(required=True, metadata={"label": "Condition"})
    due = fields.Date(load_default=None, metadata={"label": "It lapses at the end of"})


class BearingLine(Form):
    how = fields.String(required=True, validate=OneOf(BEARINGS, [how.capitalize() for how in BEARINGS]))
    decision = Of(
        Decision,
        required=True,
        shows=lambda old: f"{old.number} {old.text[:60]}",
        among=carried,
        metadata={"label": "Which"},
    )
    limbs = fields.String(load_default="", metadata={"label": "Only these paragraphs", "hint": "Such as (a), (c)."})
