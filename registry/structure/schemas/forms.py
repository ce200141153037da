"""What the commands of this room ask."""

from marshmallow import fields
from marshmallow.validate import OneOf, Range, Regexp

from registry import clock
from registry.forms import Form, Of, Upload
from registry.practices.models import Practice
from registry.structure.models import GROUPINGS, KINDS, Body
from registry.structure.schemas.words import in_words

A_CODE = Regexp(r"[A-Za-z0-9-]{2,20}\Z", error="Write 2 to 20 letters, digits and hyphens, such as U09521.")
SOME = Range(min=1, error="Write a number of patients.")
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


class ResumeForm(Form):
    """It did not end then: it goes on, or ended on another day."""

    until = fields.Date(
        load_default=None,
        metadata={"label": "Right first day no longer", "hint": "Leave empty if it still goes on."},
    )
    ods_until = fields.Date(load_default=None, metadata={"label": "The same by ODS"})
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})


class StrikeForm(Form):
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})


class SchemeForm(Form):
    """What is told of a scheme."""

    name = fields.String(required=True, metadata={"hint": "Such as Six locality hubs."})
    since = fields.Date(required=True, metadata={"label": "First day"})
    until = fields.Date(
        load_default=None,
        metadata={"label": "First day no longer", "hint": "Leave empty while the practices are grouped by it."},
    )
    dates = fields.String(
        load_default="",
        metadata={
            "label": "When, in the source’s own words",
            "hint": "Where it names no day, such as “in the course of 2017–18”.",
        },
    )
    least = fields.Integer(
        load_default=None,
        validate=SOME,
        metadata={"label": "Fewest patients of a body", "hint": "A body with fewer is remarked on.", "width": 10},
    )
    most = fields.Integer(
        load_default=None,
        validate=SOME,
        metadata={"label": "Most patients of a body", "hint": "A body with more is remarked on.", "width": 10},
    )
    source = fields.String(required=True, metadata={"hint": "Which paper says so."})
    note = fields.String(load_default="", metadata={"kind": "long"})


class IntroduceForm(SchemeForm):
    class Meta(SchemeForm.Meta):
        fields = ("name", "kind", "since", "until", "dates", "least", "most", "source", "note")

    kind = fields.String(
        required=True,
        validate=OneOf(GROUPINGS, [in_words(kind) for kind in GROUPINGS]),
        metadata={"label": "Groups them into"},
    )


class AmendForm(SchemeForm):
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})


class RetireForm(Form):
    until = fields.Date(required=True, metadata={"label": "First day no longer"})


class ReportForm(Form):
    patients = fields.Integer(required=True, validate=SOME, metadata={"width": 10})
    about = fields.Boolean(load_default=False, metadata={"label": "The source says “about” or “approximately”"})
    on = fields.Date(
        required=True, metadata={"label": "Day it speaks of", "hint": "Or the day by which the source was written."}
    )
    dates = fields.String(load_default="", metadata={"label": "When, in the source’s own words"})
    source = fields.String(required=True, metadata={"hint": "Which paper says so."})
    note = fields.String(load_default="", metadata={"kind": "long"})


class FlagForm(Form):
    text = fields.String(
        required=True, metadata={"kind": "long", "label": "What they contradict one another on, or leave open"}
    )
    source = fields.String(required=True, metadata={"label": "Sources"})
    noted = fields.Date(required=True, metadata={"label": "Noted on"})


class SettleForm(Form):
    settled = fields.Date(required=True, metadata={"label": "Settled on"})
    how = fields.String(required=True, metadata={"kind": "long", "label": "How, and on what evidence"})


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
