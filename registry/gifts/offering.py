"""What the forms of this room begin with, and what is weighed before it is entered."""

from typing import Any

from registry import clock
from registry.gifts.models import Gift, GiftPolicy
from registry.gifts.weighing import GoodPractice
from registry.interests.organisations import words_of
from registry.people.models import Person
from registry.wording import pounds

AMOUNTS = ("from_supplier", "from_others", "declared_from", "approved_above")


def as_offered(person: Person, answer: dict[str, Any]) -> Gift:
    """What a person is about to declare, as it would be entered today unless on an earlier day."""
    return Gift(**answer | {"person_ref": person.ref, "declared_on": answer["declared_on"] or clock.today()})


def as_declared(gift: Gift) -> dict[str, Any]:
    told = (
        "kind", "supplier", "description", "estimated", "offered_on", "outcome", "why", "public", "private_reason",
    )  # fmt: skip
    organisation = words_of(gift.organisation_ref) or gift.organisation
    offered = {name: getattr(gift, name) for name in told}
    return offered | {"organisation": organisation, "value": in_a_box(gift.value)}


def good_practice() -> dict[str, Any]:
    """The guidance's own amounts."""
    return {name: in_a_box(getattr(GoodPractice(), name)) for name in AMOUNTS}


def as_adopted(policy: GiftPolicy) -> dict[str, Any]:
    told = {name: in_a_box(getattr(policy, name)) for name in AMOUNTS}
    return told | {"since": policy.since, "resolution": policy.resolution}


def in_a_box(pence: int) -> str:
    """Pounds as the box that asks for them holds them."""
    return pounds(pence).removeprefix("£")
