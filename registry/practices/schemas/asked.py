"""What is asked of somebody who enters what no file of the NHS has told."""

from typing import Any

from marshmallow import fields
from marshmallow.validate import Range

from registry.forms import Form


class Code(fields.String):
    """A code, in capitals however it is written."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> str:
        return str(super()._deserialize(value, attr, data, **more)).upper()


BRANCH = {"hint": "The practice’s own code with three digits after it, such as C82001001.", "width": 10}


class EnterForm(Form):
    code = Code(
        required=True,
        metadata={"label": "ODS code", "hint": "A capital letter and five digits, such as C82001.", "width": 10},
    )
    name = fields.String(required=True)
    address = fields.String(load_default="", metadata={"kind": "long"})
    commissioner = fields.String(
        load_default="", metadata={"hint": "The code of the commissioner, such as 03W.", "width": 10}
    )
    opened = fields.Date(required=True, metadata={"label": "First day open"})


class CountForm(Form):
    on = fields.Date(required=True, metadata={"label": "Counted on"})
    patients = fields.Integer(required=True, validate=Range(min=0, error="Write a number of patients."))
    source = fields.String(
        required=True, metadata={"label": "By whose count", "hint": "Who counted, or which paper says so."}
    )


class OpenBranchForm(Form):
    code = Code(required=True, metadata={"label": "Code of the branch"} | BRANCH)
    name = fields.String(load_default="")
    since = fields.Date(required=True, metadata={"label": "First day"})


class CloseBranchForm(Form):
    code = Code(required=True, metadata={"label": "Code of the branch"} | BRANCH)
    until = fields.Date(required=True, metadata={"label": "First day it is no more"})


class StrikeForm(Form):
    reason = fields.String(required=True, metadata={"kind": "long", "label": "Why it was wrong"})
