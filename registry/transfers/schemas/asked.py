from typing import Any

from marshmallow import fields
from marshmallow.validate import OneOf, Range
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.forms import Form, Of, Pence
from registry.members.models import Member, ShareClass
from registry.members.schemas import SOME_SHARES, Holders, account_name, class_name, members_now, names_today
from registry.practices.models import Practice
from registry.transfers.models import (
    BANKRUPTCY,
    CAUSES,
    CERTIFICATE_1,
    CERTIFICATE_2,
    DEATH,
    DUTY_PAID,
    FORMS,
    J10,
    J30,
    OTHER,
    STAMPING,
    Transfer,
)
from registry.transfers.sentences import in_short
from registry.transfers.standing import UNDECIDED

A_NUMBER = Range(min=1, max=1_000_000_000, error="Write the number of a share, from 1.")
STAMPED = {
    CERTIFICATE_1: "Certificate 1: the consideration is £1,000 or less",
    CERTIFICATE_2: "Certificate 2: exempt otherwise, or no consideration",
    DUTY_PAID: "Stamp duty was paid",
}
FORM_NAMES = {J30: "J30, stock transfer form", J10: "J10, for shares not fully paid", OTHER: "Another usual form"}
CAUSE_NAMES = {DEATH: "The holder died", BANKRUPTCY: "The holder is bankrupt"}
TO_WHOM = {"label": "To, if a member already"}
ELSE_WHOM = {
    "label": "To, if not a member yet",
    "hint": "The persons who take the shares, the first-named first. They are admitted when it is registered.",
}
WHICH = {"label": "From share number", "hint": "Only where the shares of the class bear numbers."}
HELD_FOR = {
    "label": "Practice the shares are then to be held for",
    "hint": "For the nominee schedule. It is no part of the form, nor of the register of members.",
}


def practices() -> Any:
    return select(Practice).options(selectinload(Practice.particulars))


def practice_name(practice: Practice) -> str:
    return f"{names_today(practice)} ({practice.code})"


def undecided() -> Any:
    return select(Transfer).where(UNDECIDED)


def transfer_name(transfer: Transfer) -> str:
    return f"{transfer.number}: {in_short(transfer, clock.today())}"


def the_class() -> Of:
    return Of(ShareClass, required=True, shows=class_name, metadata={"label": "Description of the shares"})


def how_many() -> fields.Integer:
    return fields.Integer(required=True, validate=SOME_SHARES, metadata={"label": "Number of shares"})


def which_numbers() -> fields.Integer:
    return fields.Integer(load_default=None, validate=A_NUMBER, metadata=WHICH)


def the_member() -> Of:
    return Of(Member, load_default=None, shows=account_name, among=members_now, metadata=TO_WHOM)


def the_persons() -> Holders:
    return Holders(required=False, load_default=list, metadata=ELSE_WHOM)


def their_address() -> fields.String:
    return fields.String(load_default="", metadata={"kind": "long", "label": "Their service address"})


def the_practice() -> Of:
    return Of(Practice, load_default=None, shows=practice_name, among=practices, metadata=HELD_FOR)


class LodgeForm(Form):
    """The fields of form J30 in their order, then the day it was received and the day it was lodged."""

    consideration = Pence(
        required=True, metadata={"label": "Consideration money", "hint": "0 from one nominee to another."}
    )
    share_class = the_class()
    shares = how_many()
    first = which_numbers()
    instrument_date = fields.Date(required=True, metadata={"label": "Date it was signed"})
    to = the_member()
    transferees = the_persons()
    address = their_address()
    lodged_by = fields.String(load_default="", metadata={"label": "Lodged by"})
    stamping = fields.String(
        required=True,
        validate=OneOf(STAMPING, list(STAMPED.values())),
        metadata={"label": "Certificate on the back, or stamp duty"},
    )
    duty = Pence(load_default=None, metadata={"label": "Stamp duty paid", "hint": "0.5%, rounded up to the next £5."})
    form = fields.String(load_default=J30, validate=OneOf(FORMS, list(FORM_NAMES.values())), metadata={"label": "Form"})
    evidence = fields.String(
        load_default="",
        metadata={
            "label": "If somebody else signed for the holder, the evidence of title",
            "hint": "For example, Grant of probate of 3 May 2026 to Clare Patel.",
        },
    )
    instrument_received = fields.Date(required=True, metadata={"label": "Instrument received on"})
    lodged = fields.Date(required=True, metadata={"label": "Lodged on", "hint": "The two months run from this day."})
    practice = the_practice()


class LodgeTransmissionForm(Form):
    """Shares that have passed by operation of law, of which whoever is entitled elects to become the holder."""

    cause = fields.String(
        required=True,
        validate=OneOf(CAUSES, list(CAUSE_NAMES.values())),
        metadata={"label": "How the shares passed"},
    )
    happened = fields.Date(required=True, metadata={"label": "Date of death, or of the bankruptcy order"})
    evidence = fields.String(
        required=True,
        metadata={"label": "Evidence of title", "hint": "For example, Grant of probate of 3 May 2026 to Clare Patel."},
    )
    share_class = the_class()
    shares = how_many()
    first = which_numbers()
    to = the_member()
    transferees = the_persons()
    address = their_address()
    lodged = fields.Date(required=True, metadata={"label": "Notice received on"})
    lodged_by = fields.String(load_default="", metadata={"label": "Lodged by"})
    practice = the_practice()


class WithdrawForm(Form):
    withdrawn = fields.Date(required=True, metadata={"label": "Withdrawn on"})
    reason = fields.String(load_default="", metadata={"hint": "For example, taken back to be signed again."})


class ReturnInstrumentForm(Form):
    returned = fields.Date(required=True, metadata={"label": "Returned on"})


class WithholdInstrumentForm(Form):
    withheld = fields.String(
        required=True,
        metadata={"kind": "long", "label": "Why fraud is suspected", "hint": "This is not said in the notice."},
    )
