from datetime import date

from registry import clock
from registry.db import db
from registry.gifts import rules, standing
from registry.gifts.models import Gift, GiftPolicy
from registry.interests.rules import declaration_is_not_in_the_future
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.people.models import Person


@command
def declare(
    person: Person,
    *,
    kind: str,
    organisation: str,
    organisation_ref: str | None = None,
    supplier: bool,
    description: str,
    value: int,
    estimated: bool = False,
    offered_on: date,
    outcome: str,
    why: str = "",
    public: bool = True,
    private_reason: str = "",
    declared_on: date | None = None,
    by: Actor,
) -> Gift:
    """Enter what a person was offered on `offered_on`, worth `value` pence, whatever the policy says of it.

    It was declared today, unless it is entered from a declaration made on an earlier day.
    """
    gift = Gift(
        person=person,
        kind=kind,
        organisation=organisation,
        organisation_ref=organisation_ref,
        supplier=supplier,
        description=description,
        value=value,
        estimated=estimated,
        offered_on=offered_on,
        outcome=outcome,
        why=why,
        public=public,
        private_reason=private_reason,
        declared_on=declared_on or clock.today(),
    )
    _uphold(gift)
    db.session.add(gift)
    return gift


@command
def change(
    gift: Gift,
    *,
    kind: str,
    organisation: str,
    organisation_ref: str | None = None,
    supplier: bool,
    description: str,
    value: int,
    estimated: bool,
    offered_on: date,
    outcome: str,
    why: str = "",
    public: bool,
    private_reason: str = "",
    reason: str = "",
    by: Actor,
) -> None:
    """Enter that something else became of it, or that it was put wrongly. It stays declared on the day it was."""
    gift.kind, gift.description, gift.supplier = kind, description, supplier
    gift.organisation, gift.organisation_ref = organisation, organisation_ref
    gift.value, gift.estimated, gift.offered_on = value, estimated, offered_on
    gift.outcome, gift.why = outcome, why
    gift.public, gift.private_reason = public, private_reason
    _uphold(gift)


@command
def approve(gift: Gift, *, approver: Person, approved_on: date, by: Actor) -> None:
    """Enter that a senior person approved on a day that it be accepted."""
    rules.is_approved_by_another(approver.ref == gift.person_ref)
    rules.approval_has_been_given(gift.offered_on, approved_on, clock.today())
    gift.approver, gift.approved_on = approver, approved_on


@command
def adopt_policy(
    *,
    since: date,
    from_supplier: int,
    from_others: int,
    declared_from: int,
    approved_above: int,
    resolution: str,
    by: Actor,
) -> GiftPolicy:
    """Enter the policy that a decision adopted, from a day on; it weighs what is offered from then on."""
    last = standing.policies()[-1:]
    rules.policy_stands_in_turn(since, last[0].since if last else None)
    policy = GiftPolicy(
        since=since,
        from_supplier=from_supplier,
        from_others=from_others,
        declared_from=declared_from,
        approved_above=approved_above,
        resolution=resolution,
    )
    _is_settled(policy)
    db.session.add(policy)
    return policy


@correction
def correct_policy(
    policy: GiftPolicy,
    *,
    since: date,
    from_supplier: int,
    from_others: int,
    declared_from: int,
    approved_above: int,
    resolution: str,
    reason: str,
    by: Actor,
) -> None:
    """It was entered wrongly: put right what the policy says, or since when."""
    rules.policy_stands_in_turn(since, *standing.neighbours(policy))
    policy.since, policy.resolution = since, resolution
    policy.from_supplier, policy.from_others = from_supplier, from_others
    policy.declared_from, policy.approved_above = declared_from, approved_above
    _is_settled(policy)


def _uphold(gift: Gift) -> None:
    rules.is_worth_something(gift.value)
    declaration_is_not_in_the_future(gift.declared_on, clock.today())
    rules.had_been_offered(gift.offered_on, gift.declared_on)
    rules.private_gift_has_a_reason(gift.public, gift.private_reason)


def _is_settled(policy: GiftPolicy) -> None:
    rules.policy_has_been_adopted(policy.since, clock.today())
    rules.approval_is_for_more_than_declaring(policy.declared_from, policy.approved_above)
