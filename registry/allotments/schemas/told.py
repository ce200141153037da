from typing import Any

from flask import g, url_for
from marshmallow import fields

from registry.forms import Pence, Row
from registry.members.schemas import leading_to


def hidden(**more: Any) -> dict[str, Any]:
    return {"metadata": {"hidden": True} | more}


def leading_to_the_filing() -> fields.Function:
    """For those who may read what was filed."""
    return fields.Function(
        lambda line: (
            url_for("filings.filing", word=line["filing"]) if line["filing"] and g.account.may("filings.read") else None
        ),
        metadata={"hidden": True},
    )


class AllotmentRow(Row):
    number = fields.String(metadata={"link": "href"})
    on = fields.Date(metadata={"label": "Allotted"})
    share_class = fields.String(metadata={"label": "Class"})
    shares = fields.Integer()
    members = fields.String(metadata={"label": "To"})
    paid = Pence(metadata={"label": "Paid per share"})
    authority = fields.String(metadata={"link": "authority_href"})
    return_due = fields.Date(metadata={"label": "Return due"})
    returned = fields.Date(metadata={"label": "Return sent", "link": "filing_href"})
    ref = fields.String(**hidden())
    href = leading_to("allotments.allotment")
    authority_href = leading_to("allotments.authority", "authority_ref")
    filing_href = leading_to_the_filing()


class LotRow(Row):
    member = fields.String(metadata={"link": "href"})
    folio = fields.Integer()
    shares = fields.Integer()
    numbers = fields.String(metadata={"label": "Numbered"})
    href = leading_to("members.member", "member_ref")


class AllotmentPage(AllotmentRow):
    class Meta:
        fields = (
            "kind", "on", "entered", "late", "share_class", "shares", "nominal", "paid", "money", "consideration",
            "preemption", "authority", "decision", "return_due", "returned", "title", "number", "ref", "rev", "lots",
            "put_right", "authority_href", "decision_href", "filing_href",
        )  # fmt: skip

    title = fields.String(**hidden())
    number = fields.String(**hidden())
    kind = fields.String(metadata={"label": "How they came"})
    on = fields.Date(metadata={"label": "Date of allotment"})
    entered = fields.Date(metadata={"label": "Entered in the register on"})
    late = fields.String(metadata={"label": "Late"})
    nominal = Pence(metadata={"label": "Nominal value of them all"})
    money = Pence(metadata={"label": "Paid on them all"})
    consideration = fields.String(metadata={"label": "What was given for them"})
    preemption = fields.String(metadata={"label": "Existing holders’ right of first offer"})
    decision = fields.String(metadata={"label": "By decision", "link": "decision_href"})
    rev = fields.Integer(**hidden())
    lots = fields.Nested(LotRow, many=True, **hidden())
    put_right = fields.List(fields.String(), **hidden())
    decision_href = leading_to("decisions.decision", "decision_ref")


class AllottedRow(AllotmentRow):
    """An allotment on the account of a member who was allotted some of it."""

    class Meta:
        fields = ("number", "on", "share_class", "of_it", "paid", "authority", "href", "authority_href")

    of_it = fields.Integer(metadata={"label": "Shares"})


class UnderItRow(AllotmentRow):
    """An allotment as its authority's own page lists it."""

    class Meta:
        exclude = ("authority", "authority_href")


class AuthorityRow(Row):
    resolution = fields.String(metadata={"label": "Given by", "link": "href"})
    share_class = fields.String(metadata={"label": "Class"})
    maximum = fields.Integer()
    allotted = fields.Integer()
    left = fields.Integer()
    granted = fields.Date(metadata={"label": "Given on"})
    expires = fields.Date(metadata={"label": "Expires"})
    days_left = fields.Integer(metadata={"label": "Days to expiry"})
    state = fields.String(metadata={"tag": True})
    revoked = fields.Date(metadata={"label": "Revoked"})
    ref = fields.String(**hidden())
    href = leading_to("allotments.authority")


class AuthorityPage(AuthorityRow):
    title = fields.String(**hidden())
    resolution = fields.String(**hidden())
    maximum = fields.Integer(metadata={"label": "Most shares that may be allotted"})
    allotted = fields.Integer(metadata={"label": "Allotted under it"})
    rev = fields.Integer(**hidden())
    allotments = fields.Nested(UnderItRow, many=True, **hidden())


class FormulaRow(Row):
    since = fields.Date(metadata={"link": "href"})
    share_class = fields.String(metadata={"label": "Class"})
    per_thousand = Pence(metadata={"label": "Nominal value for each 1,000 patients"})
    rounding = fields.String(metadata={"label": "Rounded"})
    reserve = fields.Integer(metadata={"label": "Shares held back"})
    ref = fields.String(**hidden())
    href = leading_to("allotments.formula")


class FormulaPage(FormulaRow):
    title = fields.String(**hidden())
    since = fields.Date()
    rev = fields.Integer(**hidden())


class EntitlementRow(Row):
    practice = fields.String(metadata={"link": "href"})
    code = fields.String(metadata={"label": "ODS code"})
    patients = fields.Integer()
    counted = fields.Date(metadata={"label": "Counted on"})
    entitlement = fields.Integer(metadata={"label": "Shares it is entitled to"})
    value = Pence(metadata={"label": "Nominal value"})
    issued = fields.Integer(metadata={"label": "Shares issued"})
    difference = fields.Integer()
    remark = fields.String()
    href = leading_to("practices.practice", "code")
