"""An instrument of transfer in the order of form J30, as it was lodged or to be signed: plain values."""

from datetime import date
from typing import Any

from registry.members import holdings
from registry.members.accounts import numbers
from registry.members.holdings import Lot
from registry.members.models import Member, ShareClass
from registry.transfers import standing
from registry.transfers.models import J30, TRANSFER, Transfer
from registry.transfers.queries import decided_by, due_in_words, line_of
from registry.transfers.sentences import takers
from registry.wording import pounds, spelt

Line = dict[str, Any]

OUTCOMES = "registered", "refused", "withdrawn"


def transfer_on(transfer: Transfer, day: date) -> Line:
    """One transfer whole: what the form says, in its order, and what has become of it by a day."""
    decision = decided_by(transfer, day)
    return line_of(transfer, day) | form_of(transfer, day) | {
        "rev": transfer.rev,
        "title": transfer.called,
        "duty": transfer.duty,
        "evidence": transfer.evidence,
        "cause": transfer.cause,
        "happened": transfer.happened,
        "instrument_received": transfer.instrument_received,
        "reckoned": due_in_words(transfer)[1],
        "practice": transfer.practice and transfer.practice.name_on(day),
        "decision": decision and str(decision.document.get("number", "")),
        "decision_ref": decision and decision.ref,
        **_outcome(transfer, day),
    }  # fmt: skip


def _outcome(transfer: Transfer, day: date) -> Line:
    state = transfer.state(day)
    refused = state == "refused"
    return {
        **{each: getattr(transfer, each) if state == each else None for each in OUTCOMES},
        "reasons": transfer.reasons if refused else "",
        "returned": transfer.returned if refused and transfer.returned and transfer.returned <= day else None,
        "withheld": transfer.withheld if refused else "",
    }


def form_of(transfer: Transfer, day: date) -> Line:
    """The form as it was lodged."""
    told = _form(transfer.member, transfer.share_class, transfer.shares, list(transfer.lots), day)
    return told | {
        "number": transfer.number,
        "form": transfer.form,
        "stamping": transfer.stamping,
        "consideration": transfer.consideration,
        "instrument_date": transfer.instrument_date,
        "takers": takers(transfer, day),
        "takers_address": _in_a_line(transfer.to.address_on(day) if transfer.to else transfer.address),
        "lodged_by": transfer.lodged_by,
        "is_transfer": transfer.kind == TRANSFER,
    }


def forms_to_sign(member: Member, day: date) -> list[Line]:
    """A form for each class a member holds on a day, of all that is not lodged already; the rest is left to write."""
    blank: Line = {
        "number": "",
        "form": J30,
        "stamping": None,
        "consideration": None,
        "instrument_date": None,
        "takers": [],
        "takers_address": "",
    }
    return [
        _form(member, share_class, count, lots, day) | blank | {"lodged_by": "", "is_transfer": True}
        for share_class in sorted(member.classes_held(day), key=lambda each: each.name)
        for count, lots in [unlodged(member, share_class, day)]
        if count
    ]


def unlodged(member: Member, share_class: ShareClass, day: date) -> tuple[int, list[Lot]]:
    """What a member could still lodge of a class on a day."""
    lots = standing.left(holdings.free(member.of_class(share_class), day), standing.waiting(member, share_class))
    return sum(lot.shares for lot in lots), lots


def _form(member: Member, share_class: ShareClass, shares: int, lots: list[Lot], day: date) -> Line:
    holders = [holder.person.name_on(day) for holder in member.holders_on(day)]
    return {
        "security": f"{share_class.name} shares of {pounds(share_class.nominal)} each",
        "shares": shares,
        "spelt": spelt(shares),
        "numbers": numbers(lots),
        "holders": holders,
        "holder_address": _in_a_line(member.address_on(day)) if len(holders) == 1 else "",
        "folio": member.folio,
    }


def _in_a_line(address: str) -> str:
    return ", ".join(address.splitlines())
