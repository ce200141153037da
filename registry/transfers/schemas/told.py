from typing import Any

from marshmallow import fields

from registry.forms import Pence, Row
from registry.members.schemas import leading_to


def hidden(**more: Any) -> dict[str, Any]:
    return {"metadata": {"hidden": True} | more}


class TransferRow(Row):
    number = fields.String(metadata={"link": "href"})
    kind = fields.String()
    member = fields.String(metadata={"label": "From", "link": "member_href"})
    to = fields.String(metadata={"link": "to_href"})
    share_class = fields.String(metadata={"label": "Class"})
    shares = fields.Integer()
    lodged = fields.Date()
    due = fields.Date()
    state = fields.String(metadata={"tag": True})
    late = fields.String()
    numbers = fields.String(**hidden())
    ref = fields.String(**hidden())
    href = leading_to("transfers.transfer")
    member_href = leading_to("members.member", "member_ref")
    to_href = leading_to("members.member", "to_ref")


class PassingRow(TransferRow):
    """A transfer on the account of a member whom it touches."""

    class Meta:
        exclude = ("numbers",)

    way = fields.String(metadata={"label": "In or out"})


class FormRow(Row):
    """The fields of form J30, in their order."""

    consideration = Pence(metadata={"label": "Consideration money"})
    security = fields.String(metadata={"label": "Description of the shares"})
    shares = fields.Integer(metadata={"label": "Number, in figures"})
    spelt = fields.String(metadata={"label": "Number, in words"})
    numbers = fields.String(metadata={"label": "Numbered"})
    holders = fields.List(fields.String(), metadata={"label": "Registered holders"})
    holder_address = fields.String(metadata={"label": "Holder's address"})
    instrument_date = fields.Date(metadata={"label": "Date it was signed"})
    takers = fields.List(fields.String(), metadata={"label": "To"})
    takers_address = fields.String(metadata={"label": "Their address"})
    lodged_by = fields.String(metadata={"label": "Lodged by"})
    form = fields.String(**hidden())
    stamping = fields.String(**hidden())
    number = fields.String(**hidden())
    folio = fields.Integer(**hidden())
    is_transfer = fields.Boolean(**hidden())


class TransferPage(FormRow):
    """A transfer whole: its form, its stamping, when it came, and what became of it."""

    stamping = fields.String(metadata={"label": "Certificate, or duty"})
    duty = Pence(metadata={"label": "Stamp duty paid"})
    form = fields.String(metadata={"label": "Form"})
    cause = fields.String(metadata={"label": "How the shares passed"})
    happened = fields.Date(metadata={"label": "Which happened on"})
    evidence = fields.String(metadata={"label": "Evidence of title"})
    instrument_received = fields.Date(metadata={"label": "Instrument received on"})
    lodged = fields.Date(metadata={"label": "Lodged on"})
    due = fields.Date(metadata={"label": "To be decided by"})
    state = fields.String(metadata={"tag": True})
    registered = fields.Date(metadata={"label": "Registered on"})
    refused = fields.Date(metadata={"label": "Refused on"})
    withdrawn = fields.Date(metadata={"label": "Withdrawn on"})
    reasons = fields.String(metadata={"label": "Reasons for refusal"})
    returned = fields.Date(metadata={"label": "Instrument returned on"})
    late = fields.String()
    decision = fields.String(metadata={"label": "By decision", "link": "decision_href"})
    reckoned = fields.String(**hidden())
    withheld = fields.String(**hidden())
    practice = fields.String(**hidden())
    kind = fields.String(**hidden())
    member = fields.String(**hidden())
    to = fields.String(**hidden())
    title = fields.String(**hidden())
    ref = fields.String(**hidden())
    rev = fields.Integer(**hidden())
    member_href = leading_to("members.member", "member_ref")
    to_href = leading_to("members.member", "to_ref")
    decision_href = leading_to("decisions.decision", "decision_ref")


class FormPage(FormRow):
    title = fields.String(**hidden())
    ref = fields.String(**hidden())


class FormsPage(Row):
    """Forms to be signed, one for each class of shares."""

    member = fields.String(**hidden())
    title = fields.String(**hidden())
    forms = fields.Nested(FormRow, many=True, **hidden())


class NoticePage(TransferPage):
    """Notice of refusal, which is given to the transferee together with the reasons (CA 2006, s.771(1))."""

    title = fields.String(**hidden())
