"""What the register says in words of what was offered."""

from datetime import date

from registry.gifts.models import ACCEPTED, CASH, DECLINED, GIFT, HOSPITALITY, KINDS, TO_CHARITY, Gift, GiftPolicy
from registry.gifts.weighing import Weighed
from registry.interests.rules import GUIDANCE, days_late
from registry.wording import day as in_words

KINDS_IN_WORDS = {kind: kind[0].upper() + kind[1:] for kind in KINDS}
KINDS_EXPLAINED = {
    GIFT: "A gift",
    CASH: "Cash, or a voucher",
    HOSPITALITY: "Hospitality: a meal, travel, a place to stay, a ticket",
}
OUTCOMES_EXPLAINED = {ACCEPTED: "I accepted it", DECLINED: "I declined it", TO_CHARITY: "It was given to charity"}
NONE_OF = "{name} has declared no gift or hospitality."
OVER = "over the policy"


def authority_of(policy: GiftPolicy | None) -> str:
    """By what the sums are measured: good practice, and what adopted it, if anything did."""
    adopted = f"adopted by {policy.resolution}" if policy else "which the federation had not adopted"
    return f"{GUIDANCE}: good practice, {adopted}"


def marks(gift: Gift, weighed: Weighed) -> list[str]:
    """What a reader should notice about something that was offered."""
    late = days_late(gift.offered_on, gift.declared_on)
    found = {
        OVER: weighed.over,
        f"declared late, {late} days after it was offered": late is not None and weighed.to_be_declared,
        "value estimated": gift.estimated,
        "private": not gift.public,
    }
    return [words for words, so in found.items() if so]


def approval_of(gift: Gift, day: date) -> str:
    """Who approved it, and when; nothing if nobody had by a day."""
    if gift.approver is None or gift.approved_on is None or gift.approved_on > day:
        return ""
    return f"{gift.approver.name_on(gift.approved_on)}, on {in_words(gift.approved_on)}"
