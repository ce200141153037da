from marshmallow import fields
from marshmallow.validate import OneOf

from registry.company.models import PARTICULARS
from registry.forms import Form, Row

PLACE = {"kind": "long", "hint": "Leave blank if it is the registered office."}


class EnterForm(Form):
    number = fields.String(required=True, metadata={"label": "Registered number", "width": 10})
    incorporated = fields.Date(required=True, metadata={"label": "Date of incorporation"})
    name = fields.String(required=True, metadata={"label": "Registered name"})
    office = fields.String(required=True, metadata={"kind": "long", "label": "Registered office"})
    register_place = fields.String(load_default="", metadata=PLACE | {"label": "Where the register of members is kept"})
    records_place = fields.String(load_default="", metadata=PLACE | {"label": "Where other records are kept"})
    year_end = fields.String(
        required=True,
        metadata={"label": "Accounting reference date", "hint": "For example, 31 March.", "width": 20},
    )


def one_of_them() -> fields.String:
    choices = OneOf(PARTICULARS, [what.capitalize() for what in PARTICULARS], error="Choose one of the particulars.")
    return fields.String(required=True, validate=choices, metadata={"label": "Particular"})


class ChangeForm(Form):
    what = one_of_them()
    value = fields.String(required=True, metadata={"kind": "long", "label": "What it is now"})
    since = fields.Date(required=True, metadata={"label": "Since"})


class CorrectForm(Form):
    what = one_of_them()
    value = fields.String(required=True, metadata={"kind": "long", "label": "What it should have said"})
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})


class ParticularRow(Row):
    what = fields.String(metadata={"label": "Particular"})
    value = fields.String(metadata={"label": "Is"})


class SpellRow(Row):
    what = fields.String(metadata={"label": "Particular"})
    value = fields.String(metadata={"label": "Was"})
    since = fields.Date()
    last_day = fields.Date(metadata={"label": "Last day"})
    entered = fields.Date(metadata={"label": "Entered on"})


class CompanyPage(Row):
    number = fields.String(metadata={"label": "Registered number"})
    incorporated = fields.Date(metadata={"label": "Date of incorporation"})
    particulars = fields.Nested(ParticularRow, many=True, metadata={"hidden": True})
    history = fields.Nested(SpellRow, many=True, metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
