from operator import itemgetter
from typing import Any

from flask import url_for
from marshmallow import fields
from marshmallow.validate import Length, Range
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.forms import Form, Lines, Of, Pence, Row
from registry.members.models import Holder, Member, ShareClass
from registry.people.models import Person
from registry.practices.models import Practice
from registry.wording import pounds

MOST_HOLDERS = 4
MOST_SHARES = 1_000_000_000

SOME_SHARES = Range(min=1, max=MOST_SHARES, error="Write a number of shares, from 1 to {max}.")
VOTES = Range(min=0, max=1_000, error="Write a number of votes, from 0 to {max}.")
ONE_TO_FOUR = Length(min=1, max=MOST_HOLDERS, error="Name one holder, or up to {max} who hold jointly.")


def names_today(thing: Any) -> str:
    return str(thing.name_on(clock.today()))


def account_name(member: Member) -> str:
    return f"{member.names_on(clock.today())}, folio {member.folio}"


def practice_name(practice: Practice) -> str:
    return f"{names_today(practice)} ({practice.code})"


def class_name(share_class: ShareClass) -> str:
    return f"{share_class.name}, of {pounds(share_class.nominal)}"


def people() -> Any:
    return select(Person).options(selectinload(Person.names))


def practices() -> Any:
    return select(Practice).options(selectinload(Practice.particulars))


def members_now() -> Any:
    names = selectinload(Member.holders).joinedload(Holder.person).selectinload(Person.names)
    return select(Member).where(Member.ceased.is_(None)).options(names)


def leading_to(endpoint: str, attribute: str = "ref") -> fields.Function:
    """Where a line leads; nowhere, if it names nothing there."""
    return fields.Function(
        lambda line: line[attribute] and url_for(endpoint, word=line[attribute]), metadata={"hidden": True}
    )


class HolderForm(Form):
    person = Of(Person, required=True, shows=names_today, among=people)


class Holders(Lines):
    """Persons in their order: a line for each on a page, or a list of their refs."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> list[Any]:
        if isinstance(value, list):
            value = [each if isinstance(each, dict) else {"person": each} for each in value]
        lines: list[Any] = super()._deserialize(value, attr, data, **more)
        return [line["person"] for line in lines]


class CreateClassForm(Form):
    name = fields.String(required=True, metadata={"hint": "For example, Ordinary.", "width": 20})
    nominal = Pence(required=True, metadata={"label": "Nominal value of a share"})
    votes_per_share = fields.Integer(load_default=1, validate=VOTES)
    rights = fields.String(load_default="", metadata={"kind": "long", "label": "Rights attached to the shares"})


class AdmitForm(Form):
    holders = Holders(
        HolderForm,
        required=True,
        validate=ONE_TO_FOUR,
        metadata={"kind": "lines", "hint": "The first-named votes for all. Joint holders count as one member."},
    )
    address = fields.String(required=True, metadata={"kind": "long", "label": "Service address"})
    entered = fields.Date(required=True, metadata={"label": "Date entered in the register"})
    practice = Of(
        Practice,
        load_default=None,
        shows=practice_name,
        among=practices,
        metadata={
            "label": "Practice the shares are held for",
            "hint": "Kept in the nominee schedule, apart from the register of members, which may not mention it.",
        },
    )


class AllotForm(Form):
    share_class = Of(ShareClass, required=True, shows=class_name)
    shares = fields.Integer(required=True, validate=SOME_SHARES, metadata={"label": "Number of shares"})
    on = fields.Date(required=True, metadata={"label": "Date entered in the register"})
    paid = Pence(required=True, metadata={"label": "Amount paid on each share"})


class TransferForm(Form):
    to = Of(
        Member,
        required=True,
        shows=account_name,
        among=members_now,
        metadata={"label": "To", "hint": "Admit the new holder first, if not yet a member."},
    )
    share_class = Of(ShareClass, required=True, shows=class_name)
    shares = fields.Integer(required=True, validate=SOME_SHARES, metadata={"label": "Number of shares"})
    instrument_received = fields.Date(required=True, metadata={"label": "Instrument of transfer received"})
    on = fields.Date(required=True, metadata={"label": "Date entered in the register"})


class HoldingRow(Row):
    share_class = fields.String()
    shares = fields.Integer()
    paid = Pence()


class MovementRow(Row):
    on = fields.Date(metadata={"label": "Entered"})
    event = fields.String(metadata={"link": "href"})
    share_class = fields.String(metadata={"label": "Class"})
    acquired = fields.Integer()
    disposed = fields.Integer()
    balance = fields.Integer()
    paid = Pence(metadata={"label": "Paid per share"})
    instrument_received = fields.Date(metadata={"label": "Instrument received"})
    ref = fields.String(metadata={"hidden": True})
    href = leading_to("members.member", "other")


class MemberRow(Row):
    """A member on the register, which says nothing of whom the shares are held for (CA 2006, s.126)."""

    name = fields.String(metadata={"label": "Member", "link": "href"})
    folio = fields.Integer()
    address = fields.String()
    entered = fields.Date(metadata={"label": "Date entered"})
    shares = fields.Integer()
    classes = fields.List(fields.String(), metadata={"label": "By class"})
    paid = Pence(metadata={"label": "Amount paid"})
    ceased = fields.Date(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    holders = fields.List(fields.String(), metadata={"hidden": True})
    holdings = fields.Nested(HoldingRow, many=True, metadata={"hidden": True})
    movements = fields.Nested(MovementRow, many=True, metadata={"hidden": True})
    href = leading_to("members.member")


class FormerRow(MemberRow):
    class Meta:
        fields = ("name", "folio", "address", "entered", "ceased", "holders", "ref", "rev", "movements", "href")

    ceased = fields.Date(metadata={"label": "Date ceased"})


class MemberPage(MemberRow):
    name = fields.String(metadata={"label": "Holders"})
    ceased = fields.Date(metadata={"label": "Date ceased"})
    title = fields.Function(itemgetter("name"), metadata={"hidden": True})


class ClassRow(Row):
    name = fields.String(metadata={"label": "Class"})
    nominal = Pence(metadata={"label": "Nominal value"})
    issued = fields.Integer(metadata={"label": "Shares issued"})
    capital = Pence(metadata={"label": "Nominal value of them all"})
    votes_per_share = fields.Integer()
    rights = fields.String()
    ref = fields.String(metadata={"hidden": True})


class NomineeRow(Row):
    """A practice and who holds shares for it: a paper of the federation's own, and no part of the register."""

    practice = fields.String(metadata={"link": "practice_href"})
    code = fields.String(metadata={"label": "ODS code"})
    name = fields.String(metadata={"label": "Nominee", "link": "href"})
    folio = fields.Integer()
    since = fields.Date(metadata={"label": "Nominee since"})
    classes = fields.List(fields.String(), metadata={"label": "Shares on the account"})
    ref = fields.String(metadata={"hidden": True})
    href = leading_to("members.member", "member")
    practice_href = leading_to("practices.practice", "code")


class SharesHeldRow(MemberRow):
    class Meta:
        fields = ("name", "folio", "entered", "classes", "paid", "ref", "href")


class HeldForItRow(NomineeRow):
    class Meta:
        fields = ("name", "folio", "since", "classes", "ref", "href")
