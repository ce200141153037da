"""What a version is adopted by, and how it ends."""

from collections.abc import Iterable
from datetime import date

from registry.law import rule
from registry.periods import Lasting
from registry.terms.models import Terms


@rule("Companies Act 2006, s.1138")
def is_not_yet_adopted(since: date | None) -> bool:
    """Terms that have been adopted are not changed: draft a new version, which supersedes them when it is adopted."""
    return since is None


@rule("Companies Act 2006, s.1138")
def is_adopted(since: date | None) -> bool:
    """This version was never adopted."""
    return since is not None


@rule("Model Articles, art. 5")
def was_circulated(was_circulated: bool) -> bool:
    """A draft is adopted once it has been circulated, or as a meeting amended what was: circulate it first."""
    return was_circulated


@rule("Model Articles, art. 5")
def was_not_withdrawn(withdrawn: date | None) -> bool:
    """This version was withdrawn on {withdrawn}: circulate another."""
    return withdrawn is None


@rule("Model Articles, art. 5", field="on")
def is_adopted_once_circulated(circulated: date | None, *, on: date) -> bool:
    """A version is adopted on the day it was circulated or amended, {circulated}, or later."""
    return circulated is None or circulated <= on


@rule("Model Articles, art. 5(3)", field="since")
def is_in_force_until_then(since: date, until: date | None, ends: date) -> bool:
    """Terms end on a day after they took effect, {since}, and only while they are in force."""
    return since < ends and until is None


@rule("Model Articles, art. 5")
def text_is_finished(unfinished: list[str]) -> bool:
    """Terms are adopted with no heading left without words, and no XXX, ??? or TBC. Look again at: {unfinished}."""
    return not unfinished


@rule("Model Articles, art. 5", field="since")
def body_exists(body: Lasting, *, since: date) -> bool:
    """Terms take effect on a day when their body exists."""
    return body.holds(since)


@rule("Model Articles, art. 5", field="since")
def one_version_is_in_force(others: Iterable[Terms], *, since: date) -> bool:
    """One version of a body's terms is in force on any day, and another is from this day or later."""
    return all(other.since is None or other.since < since for other in others)


@rule("Companies Act 2006, s.1138", field="until")
def ends_after_it_begins(since: date, until: date | None) -> bool:
    """The first day no longer in force comes after the first day in force, {since}."""
    return until is None or since < until


@rule("Model Articles, art. 5", field="since")
def no_other_is_in_force_then(others: Iterable[Terms], since: date, until: date | None) -> bool:
    """One version of a body’s terms is in force on any day, and another is on some day of this one’s time."""
    return not any(_is_in_force_within(other, since, until) for other in others)


def _is_in_force_within(terms: Terms, since: date, until: date | None) -> bool:
    begun = terms.since is not None and (until is None or terms.since < until)
    return begun and (terms.until is None or since < terms.until)


@rule("Terms of reference, Review", field="since")
def review_comes_after(since: date, *, review_due: date | None) -> bool:
    """Terms are due for review on a day after they take effect."""
    return review_due is None or since < review_due
