from operator import itemgetter

from flask import g, url_for
from marshmallow import fields

from registry.forms import Pence, Row, in_the_sources_words
from registry.members.schemas.choices import leading_to


class HoldingRow(Row):
    share_class = fields.String(metadata={"label": "Class"})
    shares = fields.Integer()
    numbers = fields.String(metadata={"label": "Numbered"})
    paid = Pence(metadata={"label": "Amount paid"})


class MovementRow(Row):
    on = fields.Date(metadata={"label": "Entered"})
    dates = in_the_sources_words("on")
    event = fields.String(metadata={"link": "href"})
    reference = fields.String(metadata={"label": "Ref"})
    share_class = fields.String(metadata={"label": "Class"})
    acquired = fields.Integer()
    disposed = fields.Integer()
    balance = fields.Integer()
    numbers = fields.String(metadata={"label": "Numbers"})
    paid = Pence(metadata={"label": "Paid per share"})
    instrument_received = fields.Date(metadata={"label": "Instrument received"})
    ref = fields.String(metadata={"hidden": True})
    href = leading_to("members.member", "other")


class NoteRow(Row):
    note = fields.String()
    changed = fields.Date(metadata={"label": "Changed on"})
    entered = fields.Date(metadata={"label": "Change entered on"})
    authority = fields.String(metadata={"label": "By authority of"})


class MemberRow(Row):
    """A member on the register, which says nothing of whom the shares are held for (CA 2006, s.126)."""

    name = fields.String(metadata={"label": "Member", "link": "href"})
    folio = fields.Integer()
    address = fields.String()
    entered = fields.Date(metadata={"label": "Date entered"})
    dates = in_the_sources_words("entered")
    shares = fields.Integer()
    classes = fields.List(fields.String(), metadata={"label": "By class"})
    paid = Pence(metadata={"label": "Amount paid"})
    ceased = fields.Date(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    holders = fields.List(fields.String(), metadata={"hidden": True})
    holdings = fields.Nested(HoldingRow, many=True, metadata={"hidden": True})
    href = leading_to("members.member")


class FormerRow(MemberRow):
    class Meta:
        fields = ("name", "folio", "address", "entered", "dates", "ceased", "holders", "ref", "rev", "href")

    ceased = fields.Date(metadata={"label": "Date ceased"})


class AccountRow(MemberRow):
    """A member with everything the account says: movements, and what it said before."""

    certificates = fields.List(fields.String(), metadata={"hidden": True})
    movements = fields.Nested(MovementRow, many=True, metadata={"hidden": True})
    notes = fields.Nested(NoteRow, many=True, metadata={"hidden": True})


class MemberPage(AccountRow):
    name = fields.String(metadata={"label": "Holders"})
    ceased = fields.Date(metadata={"label": "Date ceased"})
    title = fields.Function(itemgetter("name"), metadata={"hidden": True})
    altered_to = fields.Date(metadata={"hidden": True})
    pending = fields.Integer(metadata={"hidden": True})
    corrects = fields.Function(
        lambda line: (
            url_for("members.correct_movement", word=line["ref"]) if g.account.may("members.correct_movement") else None
        ),
        metadata={"hidden": True},
    )


class RestingRow(Row):
    kind = fields.String()
    text = fields.String(metadata={"label": "What", "link": "href"})
    href = fields.String(metadata={"hidden": True})


class RemovableRow(FormerRow):
    class Meta:
        fields = ("name", "folio", "ceased", "removable", "ref", "href")

    removable = fields.Date(metadata={"label": "May be removed from"})


class ClassRow(Row):
    name = fields.String(metadata={"label": "Class"})
    nominal = Pence(metadata={"label": "Nominal value"})
    issued = fields.Integer(metadata={"label": "Shares issued"})
    capital = Pence(metadata={"label": "Nominal value of them all"})
    votes_per_share = fields.Integer()
    numbered = fields.Boolean()
    rights = fields.String()
    ref = fields.String(metadata={"hidden": True})


class SharesHeldRow(MemberRow):
    class Meta:
        fields = ("name", "folio", "entered", "dates", "classes", "paid", "ref", "href")
