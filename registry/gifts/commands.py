from datetime import date
from typing import NotRequired, TypedDict, Unpack

from registry import clock
from registry.db import db
from registry.gifts import rules, standing
from registry.gifts.models import Gift, GiftPolicy
from registry.interests.rules import declaration_is_not_in_the_future
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.people.models import Person


class Offer(TypedDict):
    """What was offered on `offered_on`, and by whom, worth `value` pence, and what became of it."""

    kind: str
    organisation: str
    organisation_ref: NotRequired[str | None]
    supplier: bool
    description: str
    value: int
    estimated: NotRequired[bool]
    offered_on: date
    outcome: str
    why: NotRequired[str]


class Settled(TypedDict):
    """What a decision settled on from the day `since` on: each amount in pence, as a GiftPolicy tells."""

    since: date
    from_supplier: int
    from_others: int
    declared_from: int
    approved_above: int
    resolution: str


UNSAID = {"organisation_ref": None, "estimated": False, "why": ""}


@command
def declare(
    person: Person,
    *,
    public: bool = True,
    private_reason: str = "",
    declared_on: date | None = None,
    by: Actor,
    **offer: Unpack[Offer],
) -> Gift:
    """Enter what a person was offered, whatever the policy says of it.

    It was declared today, unless it is entered from a declaration made on an earlier day.
    """
    gift = Gift(person=person, declared_on=declared_on or clock.today())
    _say(gift, offer, public, private_reason)
    db.session.add(gift)
    return gift


@command
def change(
    gift: Gift, *, public: bool, private_reason: str = "", reason: str = "", by: Actor, **offer: Unpack[Offer]
) -> None:
    """Enter that something else became of it, or that it was put wrongly. It stays declared on the day it was."""
    _say(gift, offer, public, private_reason)


@command
def approve(gift: Gift, *, approver: Person, approved_on: date, by: Actor) -> None:
    """Enter that a senior person approved on a day that it be accepted."""
    rules.is_approved_by_another(approver.ref == gift.person_ref)
    rules.approval_has_been_given(gift.offered_on, approved_on, clock.today())
    gift.approver, gift.approved_on = approver, approved_on


@command
def adopt_policy(*, by: Actor, **settled: Unpack[Settled]) -> GiftPolicy:
    """Enter the policy that a decision adopted, from a day on; it weighs what is offered from then on."""
    last = standing.policies()[-1:]
    rules.policy_stands_in_turn(settled["since"], last[0].since if last else None)
    policy = GiftPolicy()
    _settle(policy, settled)
    db.session.add(policy)
    return policy


@correction
def correct_policy(policy: GiftPolicy, *, reason: str, by: Actor, **settled: Unpack[Settled]) -> None:
    """It was entered wrongly: put right what the policy says, or since when."""
    rules.policy_stands_in_turn(settled["since"], *standing.neighbours(policy))
    _settle(policy, settled)


def _say(gift: Gift, offer: Offer, public: bool, private_reason: str) -> None:
    """What is not said is taken back: whoever changes what was declared says the whole of it."""
    for name, said in {**UNSAID, **offer, "public": public, "private_reason": private_reason}.items():
        setattr(gift, name, said)
    rules.is_worth_something(gift.value)
    declaration_is_not_in_the_future(gift.declared_on, clock.today())
    rules.had_been_offered(gift.offered_on, gift.declared_on)
    rules.private_gift_has_a_reason(gift.public, gift.private_reason)


def _settle(policy: GiftPolicy, settled: Settled) -> None:
    for name, said in settled.items():
        setattr(policy, name, said)
    rules.policy_has_been_adopted(policy.since, clock.today())
    rules.approval_is_for_more_than_declaring(policy.declared_from, policy.approved_above)
