from collections.abc import Iterable
from datetime import date

from registry.law import rule
from registry.periods import Lasting

TERMS = "Terms of reference, Membership"


@rule(TERMS, field="seat")
def terms_allow_deputies(allowed: int | None) -> bool:
    """Nobody sends a deputy unless the terms in force let them: these say nothing of it, or that none may be sent."""
    return bool(allowed)


@rule(TERMS, field="since")
def no_more_than_they_allow(others: Iterable[Lasting], allowed: int, *, since: date, until: date | None) -> bool:
    """The terms in force let a seat have {allowed} at a time, and it has as many for some or all of that time."""
    overlapping = [each for each in others if each.overlaps(since, until)]
    days = [since, *(each.since for each in overlapping if each.since > since)]
    return all(sum(each.holds(day) for each in overlapping) < allowed for day in days)


@rule(TERMS, field="person")
def is_not_the_holder(is_holder: bool) -> bool:
    """A deputy comes in another’s place: this person holds the seat."""
    return not is_holder


@rule("Companies Act 2006, s.1138", field="until")
def ends_once_after_it_begins(since: date, until: date | None, ended: date | None = None) -> bool:
    """A deputy is one no longer from a day after the first, {since}, and that is said once."""
    return ended is None and (until is None or since < until)
