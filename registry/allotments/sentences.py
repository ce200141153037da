"""What was allotted, to whom and how, in the words of every page that speaks of it."""

from collections.abc import Sequence
from datetime import date

from registry.allotments.models import OFFERED, OTHER, Allotment, Lot
from registry.members.models import SUBSCRIPTION
from registry.wording import day as in_words


def in_short(allotment: Allotment, day: date) -> str:
    """10 Ordinary shares to Asha Patel and 2 others, as they were called on a day."""
    return f"{how_many(allotment.shares, allotment.share_class.name)} to {to_whom(allotment, day)}"


def how_many(shares: int, share_class: str) -> str:
    return f"{shares:,} {share_class} {'share' if shares == 1 else 'shares'}"


def to_whom(allotment: Allotment, day: date) -> str:
    names = [lot.member.names_on(day) for lot in by_folio(allotment)]
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} others"


def by_folio(allotment: Allotment) -> Sequence[Lot]:
    return sorted(allotment.lots, key=lambda lot: lot.member.folio)


def kind(allotment: Allotment) -> str:
    return "Taken by the subscribers" if allotment.what == SUBSCRIPTION else "Allotted by the directors"


def consideration(allotment: Allotment) -> str:
    """Cash; or what was given instead."""
    return allotment.given if allotment.consideration == OTHER else "Cash"


def first_offer(allotment: Allotment) -> str:
    """How the existing holders' right of first offer was dealt with, with the days of the offer if one was made."""
    told = allotment.preemption.capitalize()
    if allotment.preemption != OFFERED:
        return told
    told = f"{told} on {in_words(allotment.offered)}; the offer was to close on {in_words(allotment.closes)}"
    return f"{told}, and all had answered by {in_words(allotment.answered)}" if allotment.answered else told
