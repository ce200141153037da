"""What the forms of this room begin with: the day, and all that a member could lodge."""

from typing import Any

from registry import clock
from registry.members.models import Member
from registry.transfers import instruments
from registry.transfers.models import DEATH, J30


def transfer(member: Member) -> dict[str, Any]:
    today = clock.today()
    return whole_holding(member) | {"consideration": "0.00", "form": J30, "instrument_received": today}


def transmission(member: Member) -> dict[str, Any]:
    """A holder's death, if one is on record, besides what is held."""
    deaths = [holder.person.died for holder in member.holders_on(clock.today()) if holder.person.died]
    return whole_holding(member) | ({"cause": DEATH, "happened": deaths[0]} if deaths else {})


def whole_holding(member: Member) -> dict[str, Any]:
    """What a form begins with: all that the member could lodge today, if it is of one class."""
    today = clock.today()
    answers: dict[str, Any] = {"lodged": today}
    held = member.classes_held(today)
    if len(held) != 1:
        return answers
    count, lots = instruments.unlodged(member, held[0], today)
    return answers | {"share_class": held[0], "shares": count or None, "first": lots[0].first if lots else None}
