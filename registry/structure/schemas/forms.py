"""What the commands of this room ask."""

from marshmallow import fields
from marshmallow.validate import OneOf, Regexp

from registry import clock
from registry.forms import Form, Of, Upload
from registry.practices.models import Practice
from registry.structure.models import KINDS, Body
from registry.structure.schemas.words import in_words

A_CODE = Regexp(r"[A-Za-z0-9-]{2,20}\Z", error="Write 2 to 20 letters, digits and hyphens, such as U09521.")
ODS_SINCE = {
    "label": "First day by ODS",
    "hint": "Where the Organisation Data Service records another day than was agreed.",
}


class FoundForm(Form):
    name = fields.String(required=True)
    kind = fields.String(required=True, validate=OneOf(KINDS, [in_words(kind) for kind in KINDS]))
    code = fields.String(
        load_default=None,
        validate=A_CODE,
        metadata={"hint": "The ODS code of a network; else a short name that no other body has.", "width": 10},
    )
    parent = Of(Body, load_default=None, shows=lambda body: body.name, metadata={"label": "Answers to"})
    since = fields.Date(required=True, metadata={"label": "First day"})
    until = fields.Date(
        load_default=None, metadata={"label": "First day it was no more", "hint": "Only for a body of the past."}
    )
    ods_since = fields.Date(load_default=None, metadata=ODS_SINCE)
    note = fields.String(load_default="", metadata={"kind": "long"})


class DissolveForm(Form):
    until = fields.Date(
        required=True,
        metadata={"label": "First day it is no more", "hint": "All that belong to it leave it from that day."},
    )
    ods_until = fields.Date(load_default=None, metadata={"label": "First day it is no more by ODS"})
    reason = fields.String(load_default="", metadata={"kind": "long"})


class JoinForm(Form):
    practice = Of(
        Practice,
        required=True,
        shows=lambda practice: f"{practice.name_on(clock.today())}, {practice.code}",
    )
    since = fields.Date(required=True, metadata={"label": "First day"})
    until = fields.Date(load_default=None, metadata={"label": "First day it is no longer there"})
    ods_since = fields.Date(load_default=None, metadata=ODS_SINCE)
    ods_until = fields.Date(load_default=None, metadata={"label": "First day it is no longer there by ODS"})
    note = fields.String(load_default="", metadata={"kind": "long"})


class LeaveForm(Form):
    until = fields.Date(required=True, metadata={"label": "First day it is no longer there"})
    ods_until = fields.Date(load_default=None, metadata={"label": "First day it is no longer there by ODS"})
    reason = fields.String(load_default="", metadata={"kind": "long"})


class LoadForm(Form):
    file = Upload(required=True, metadata={"hint": "ePCN as the NHS publishes it: an Excel workbook, all of it."})
    as_at = fields.Date(
        load_default=None,
        metadata={
            "label": "Day the file tells of",
            "hint": "Leave empty to take it from the file’s name. The next page shows it before anything is recorded.",
        },
    )


class ConfirmForm(Form):
    """What was chosen when the file was sent: its bytes are kept under the hash in the address."""

    as_at = fields.Date(required=True, metadata={"kind": "hidden", "label": "Day the file tells of"})
    name = fields.String(required=True, metadata={"kind": "hidden"})
