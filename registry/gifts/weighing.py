"""What a policy says of something that was offered: within it or over it, with the sum in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from registry.deadlines import last_of_months
from registry.gifts.models import ACCEPTED, CASH, DECLINED, HOSPITALITY, TO_CHARITY
from registry.wording import pounds

MONTHS_ADDED_UP = 12


class Limits(Protocol):
    """The amounts of a policy, in pence."""

    @property
    def from_supplier(self) -> int: ...
    @property
    def from_others(self) -> int: ...
    @property
    def declared_from(self) -> int: ...
    @property
    def approved_above(self) -> int: ...


@dataclass(frozen=True)
class GoodPractice:
    """The guidance's own amounts, which weigh what was offered before the federation adopted any."""

    from_supplier: int = 6_00
    from_others: int = 50_00
    declared_from: int = 25_00
    approved_above: int = 75_00


class Offer(Protocol):
    """As much of a gift as is weighed; `value` is in pence."""

    ref: str
    kind: str
    organisation: str
    organisation_ref: str | None
    supplier: bool
    value: int
    offered_on: date
    outcome: str


@dataclass(frozen=True)
class Weighed:
    """Whether something is over the policy as it was dealt with, how that was reckoned, and whether it is declared."""

    over: bool
    sentence: str
    to_be_declared: bool


def weigh(offer: Offer, others: Iterable[Offer], limits: Limits, *, approver: str = "") -> Weighed:
    """Weigh what a person was offered, with the `others` that the same person was; `approver` is a name."""
    exceeds, sentence = _against(offer, others, limits)
    if offer.kind == HOSPITALITY and exceeds:
        sentence += f", and {approver} approved it" if approver else ", and no approval is recorded"
    became = "" if offer.outcome == ACCEPTED else f" It was {offer.outcome}."
    is_small = offer.kind == HOSPITALITY and offer.value < limits.declared_from
    return Weighed(exceeds and not _is_put_right(offer, approver), f"{sentence}.{became}", not is_small)


def _is_put_right(offer: Offer, approver: str) -> bool:
    """Declined is always well; charity may have what others give; and hospitality may be approved."""
    if offer.kind == HOSPITALITY:
        return offer.outcome == DECLINED or bool(approver)
    return offer.outcome == DECLINED or (offer.outcome == TO_CHARITY and offer.kind != CASH and not offer.supplier)


def _against(offer: Offer, others: Iterable[Offer], limits: Limits) -> tuple[bool, str]:
    """Whether it exceeds what may be accepted without more, and the reckoning."""
    if offer.kind == CASH:
        return True, "Cash and vouchers are never accepted"
    if offer.kind == HOSPITALITY:
        return _hospitality(offer.value, limits)
    if offer.supplier:
        may = f"A supplier may give a small item of up to {pounds(limits.from_supplier)}"
        return _compared(may, f"this one is of {pounds(offer.value)}", offer.value, limits.from_supplier)
    before = sum(each.value for each in others if adds_up(each, offer))
    total = before + offer.value
    made = (
        f"{pounds(before)} before and {pounds(offer.value)} now make {pounds(total)}"
        if before
        else f"this one is of {pounds(total)}"
    )
    may = f"One source may give up to {pounds(limits.from_others)} in a year"
    return _compared(may, made, total, limits.from_others)


def _compared(may: str, made: str, total: int, limit: int) -> tuple[bool, str]:
    over = f", which is {pounds(total - limit)} over" if total > limit else ""
    return bool(over), f"{may}: {made}{over}"


def _hospitality(value: int, limits: Limits) -> tuple[bool, str]:
    least, most = pounds(limits.declared_from), pounds(limits.approved_above)
    this = f"this is of {pounds(value)}"
    if value < limits.declared_from:
        return False, f"Hospitality of less than {least} need not be declared: {this}"
    if value <= limits.approved_above:
        return False, f"Hospitality of {least} to {most} is declared: {this}"
    return True, f"Hospitality of more than {most} is refused unless a senior person approves it: {this}"


def adds_up(earlier: Offer, offer: Offer) -> bool:
    """Whether an earlier gift counts with this one: accepted, from the same source, in the year that ends with it."""
    return (
        earlier.kind != HOSPITALITY
        and earlier.outcome == ACCEPTED
        and is_of_one_source(earlier, offer)
        and (earlier.offered_on, earlier.ref) < (offer.offered_on, offer.ref)
        and offer.offered_on <= last_of_months(earlier.offered_on, MONTHS_ADDED_UP)
    )


def is_of_one_source(one: Offer, other: Offer) -> bool:
    """By the register's ref where it knows both; otherwise by the name, however it was written."""
    if one.organisation_ref and other.organisation_ref:
        return one.organisation_ref == other.organisation_ref
    return one.organisation.casefold() == other.organisation.casefold()
