from datetime import date

from registry.interests.rules import GUIDANCE
from registry.law import rule


@rule(GUIDANCE, field="value")
def is_worth_something(value: int) -> bool:
    """What was offered is worth something: write what it would cost to buy, as nearly as you can tell."""
    return value > 0


@rule(GUIDANCE, field="offered_on")
def had_been_offered(offered_on: date, declared_on: date) -> bool:
    """A gift or hospitality is declared on the day it is offered or later."""
    return offered_on <= declared_on


@rule(GUIDANCE, field="private_reason")
def private_gift_has_a_reason(public: bool, reason: str) -> bool:
    """A gift or hospitality is withheld from the public register only for a reason, which is kept with it."""
    return public or bool(reason)


@rule(GUIDANCE, field="approver")
def is_approved_by_another(is_own: bool) -> bool:
    """Nobody approves what they were offered themselves."""
    return not is_own


@rule(GUIDANCE, field="approved_on")
def approval_has_been_given(offered_on: date, approved_on: date, today: date) -> bool:
    """Approval is entered once it has been given: on the day of the offer, {offered_on}, or later, and by today."""
    return offered_on <= approved_on <= today


@rule(GUIDANCE, field="since")
def policy_has_been_adopted(since: date, today: date) -> bool:
    """A policy is entered once it has been adopted: {since} is still to come."""
    return since <= today


@rule(GUIDANCE, field="since")
def policy_stands_in_turn(since: date, before: date | None, after: date | None = None) -> bool:
    """Policies follow one another, each from a day of its own: this one begins after the last, and before the next."""
    return (before is None or before < since) and (after is None or since < after)


@rule(GUIDANCE, field="approved_above")
def approval_is_for_more_than_declaring(declared_from: int, approved_above: int) -> bool:
    """Hospitality that needs approval is worth no less than what is only to be declared."""
    return declared_from <= approved_above
