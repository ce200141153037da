from flask import url_for
from marshmallow import fields
from marshmallow.validate import OneOf

from registry.forms import Form, Lines, Pence, Row
from registry.inspections.models import WANTED

LACKS = "Leave blank what the request does not say: it is logged as it came."
ADDRESS = {"kind": "long"}


class RecipientForm(Form):
    name = fields.String(required=True, metadata={"label": "Name, or organisation"})
    address = fields.String(load_default="", metadata={"label": "Address"})
    responsible = fields.String(load_default="", metadata={"label": "Individual responsible there"})
    purpose = fields.String(load_default="")


def purpose() -> fields.String:
    label = "Purpose for which the information is to be used"
    return fields.String(load_default="", metadata={"kind": "long", "label": label, "hint": LACKS})


def discloses() -> fields.Boolean:
    return fields.Boolean(
        load_default=None,
        allow_none=True,
        validate=OneOf([True, False], ["Yes", "No"], error="Answer yes or no."),
        metadata={"kind": "choice", "label": "Will it be disclosed to anybody else?", "hint": LACKS},
    )


def recipients() -> Lines:
    return Lines(RecipientForm, load_default=list, metadata={"kind": "lines", "label": "To whom it will be disclosed"})


class LogForm(Form):
    received = fields.Date(required=True, metadata={"label": "Date received"})
    wants = fields.String(
        required=True,
        validate=OneOf(WANTED, ["To inspect the register", "A copy of it", "Both"], error="Say what is asked for."),
        metadata={"label": "What is asked for"},
    )
    name = fields.String(required=True, metadata={"label": "Name, or organisation, of whoever asks"})
    address = fields.String(load_default="", metadata=ADDRESS | {"label": "Address", "hint": LACKS})
    is_organisation = fields.Boolean(load_default=False, metadata={"label": "It is an organisation that asks"})
    responsible = fields.String(load_default="", metadata={"label": "Individual who answers for the organisation"})
    responsible_address = fields.String(load_default="", metadata=ADDRESS | {"label": "That individual's address"})
    is_member = fields.Boolean(
        load_default=False, metadata={"label": "Whoever asks is a member", "hint": "Members inspect without a fee."}
    )
    purpose = purpose()
    discloses = discloses()
    recipients = recipients()


class CompleteForm(Form):
    on = fields.Date(required=True, metadata={"label": "Date the particulars came"})
    address = fields.String(load_default="", metadata=ADDRESS | {"label": "Address"})
    responsible = fields.String(load_default="", metadata={"label": "Individual who answers for the organisation"})
    responsible_address = fields.String(load_default="", metadata=ADDRESS | {"label": "That individual's address"})
    purpose = purpose()
    discloses = discloses()
    recipients = recipients()


class SayWhatLacksForm(Form):
    on = fields.Date(required=True, metadata={"label": "Date the requester was told"})


class ComplyForm(Form):
    on = fields.Date(required=True, metadata={"label": "Date"})
    how = fields.String(required=True, metadata={"hint": "For example, inspected at the office, or copy sent by post."})
    fee = Pence(load_default=None, metadata={"label": "Fee charged"})


class ApplyToCourtForm(Form):
    on = fields.Date(required=True, metadata={"label": "Date of the application"})
    how = fields.String(required=True, metadata={"label": "Court, and how the requester was told"})


class RequestRow(Row):
    number = fields.String(metadata={"link": "href"})
    received = fields.Date()
    name = fields.String(metadata={"label": "Who asks"})
    wants = fields.String(metadata={"label": "What for"})
    purpose = fields.String()
    due = fields.Date(metadata={"label": "Answer by"})
    standing = fields.String(metadata={"tag": True})
    answered = fields.Date()
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("inspections.inspection", word=line["ref"]), metadata={"hidden": True})


class RecipientRow(Row):
    name = fields.String()
    address = fields.String()
    responsible = fields.String(metadata={"label": "Individual responsible"})
    purpose = fields.String()


class RequestPage(Row):
    title = fields.Function(lambda line: f"Request {line['number']}", metadata={"hidden": True})
    number = fields.String(metadata={"hidden": True})
    standing = fields.String(metadata={"tag": True})
    received = fields.Date()
    completed = fields.Date(metadata={"label": "Particulars completed"})
    wants = fields.String(metadata={"label": "What is asked for"})
    name = fields.String(metadata={"label": "Who asks"})
    address = fields.String()
    responsible = fields.String(metadata={"label": "Individual who answers for it"})
    is_organisation = fields.Boolean(metadata={"label": "An organisation"})
    is_member = fields.Boolean(metadata={"label": "A member"})
    purpose = fields.String()
    discloses = fields.Boolean(metadata={"label": "To be disclosed to others"})
    lacks = fields.List(fields.String(), metadata={"label": "What the request lacks"})
    told_invalid = fields.Date(metadata={"label": "Told what lacks"})
    due = fields.Date(metadata={"label": "Answer by"})
    reckoned = fields.String(metadata={"label": "How reckoned"})
    answered = fields.Date()
    how = fields.String(metadata={"label": "How it was answered"})
    fee = Pence(metadata={"label": "Fee charged"})
    altered_to = fields.Date(metadata={"label": "Told: register altered to"})
    pending = fields.Integer(metadata={"label": "Told: alterations still to be made"})
    recipients = fields.Nested(RecipientRow, many=True, metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
