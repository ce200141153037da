from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.gifts import standing
from registry.gifts.models import Gift, GiftPolicy
from registry.gifts.sentences import KINDS_IN_WORDS, approval_of, authority_of, marks
from registry.gifts.weighing import GoodPractice, Offer, Weighed, weigh
from registry.interests.rules import is_shown
from registry.ledger import live
from registry.people.models import Person
from registry.periods import ONE_DAY

Line = dict[str, Any]


def gifts_on(day: date, *, private: bool = False) -> list[Line]:
    """The register: whatever had been declared by a day and is still shown on it, the latest offer first.

    The public form leaves out what is private, also from the sums, and says nothing of there being any.
    """
    return _shown(_declared(true(), day, private=private), day, private=private)


def gifts_of(person: Person, day: date, *, private: bool) -> list[Line]:
    """What one person was offered, as the register of a day shows it."""
    return _shown(_declared(Gift.person_ref == person.ref, day, private=private), day, private=private)


def gift_on(gift: Gift, day: date, *, private: bool) -> Line | None:
    """Its line in the register of a day; None where it is not, or is no longer, shown."""
    return next((line for line in gifts_of(gift.person, day, private=private) if line["ref"] == gift.ref), None)


def foretold(offer: Gift, *, private: bool) -> Line:
    """What the policy says of something that is about to be entered."""
    earlier = _declared(Gift.person_ref == offer.person_ref, offer.declared_on, private=private)
    policy = standing.in_force(standing.policies(), offer.offered_on)
    weighed = _weighed(offer, earlier, policy, offer.declared_on)
    return {"says": weighed.sentence, "marks": marks(offer, weighed), "authority": authority_of(policy)}


def policies_on(day: date) -> list[Line]:
    """What the federation had settled on by a day, the latest first."""
    known = [policy for policy in standing.policies() if policy.since <= day]
    now = standing.in_force(known, day)
    return [policy_line(policy) | {"state": "in force" if policy is now else "superseded"} for policy in known[::-1]]


def policy_line(policy: GiftPolicy) -> Line:
    told = ("ref", "rev", "since", "from_supplier", "from_others", "declared_from", "approved_above", "resolution")
    return {name: getattr(policy, name) for name in told} | {"title": policy.called}


def _declared(whose: ColumnElement[bool], day: date, *, private: bool) -> list[Gift]:
    """What had been declared by a day, as far as the reader may know of it, the latest offer first."""
    names = (joinedload(each).selectinload(Person.names) for each in (Gift.person, Gift.approver))
    wanted = select(Gift).where(whose, Gift.declared_on <= day).options(*names)
    found = db.session.scalars(wanted.order_by(Gift.offered_on.desc(), Gift.ref.desc())).all()
    withheld = set() if private else private_now()
    return [gift for gift in found if private or (gift.public and gift.ref not in withheld)]


def private_now() -> set[str]:
    """What is private today was no less so when it was not yet known to be."""
    with live():
        return set(db.session.scalars(select(Gift.ref).where(~Gift.public)))


def _shown(declared: Collection[Gift], day: date, *, private: bool) -> list[Line]:
    by_person: dict[str, list[Gift]] = {}
    for gift in declared:
        by_person.setdefault(gift.person_ref, []).append(gift)
    policies = standing.policies()
    return [
        _line(gift, by_person[gift.person_ref], standing.in_force(policies, gift.offered_on), day)
        for gift in declared
        if is_shown(gift.declared_on + ONE_DAY, day, private=private)
    ]


def _line(gift: Gift, others: Iterable[Offer], policy: GiftPolicy | None, day: date) -> Line:
    weighed = _weighed(gift, others, policy, day)
    return {
        "ref": gift.ref,
        "rev": gift.rev,
        "person": gift.person.name_on(day),
        "person_ref": gift.person_ref,
        "kind": KINDS_IN_WORDS[gift.kind],
        "organisation": gift.organisation,
        "supplier": gift.supplier,
        "description": gift.description,
        "value": gift.value,
        "offered_on": gift.offered_on,
        "declared_on": gift.declared_on,
        "outcome": gift.outcome,
        "why": gift.why,
        "approved": approval_of(gift, day),
        "says": weighed.sentence,
        "authority": authority_of(policy),
        "marks": marks(gift, weighed),
        "public": gift.public,
        "private_reason": "" if gift.public else gift.private_reason,
    }


def _weighed(gift: Gift, others: Iterable[Offer], policy: GiftPolicy | None, day: date) -> Weighed:
    return weigh(gift, others, policy or GoodPractice(), approver=approval_of(gift, day).partition(", on ")[0])
