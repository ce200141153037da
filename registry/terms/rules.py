import re
from collections.abc import Iterable
from datetime import date

from registry.law import rule
from registry.periods import Lasting
from registry.terms.models import Section, Terms

PLACEHOLDER = re.compile(
    r"X{3,}|\?{3,}|\bT\.?B\.?[CAD]\b\.?|\bTo be (?:confirmed|agreed|decided)\b|_{3,}", re.IGNORECASE
)
MEMBERSHIP = "Membership"


@rule("Companies Act 2006, s.1138", field="version")
def version_is_new(taken: bool) -> bool:
    """Each version of a body's terms has a number of its own, and this one is taken."""
    return not taken


@rule("Companies Act 2006, s.1138")
def is_a_draft(since: date | None) -> bool:
    """Terms that have been adopted are not changed: draft a new version, which supersedes them when it is adopted."""
    return since is None


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


@rule("Terms of reference, Review", field="since")
def review_comes_after(since: date, *, review_due: date | None) -> bool:
    """Terms are due for review on a day after they take effect."""
    return review_due is None or since < review_due


def _is_in_force_within(terms: Terms, since: date, until: date | None) -> bool:
    begun = terms.since is not None and (until is None or terms.since < until)
    return begun and (terms.until is None or since < terms.until)


def unfinished(terms: Terms) -> list[str]:
    """The headings whose text is missing, or still has in it a place kept for what is to be written."""
    title = ["the title"] if PLACEHOLDER.search(terms.title) else []
    table = ["the membership table"] if any(PLACEHOLDER.search(line.responsibility) for line in terms.table) else []
    return title + [section.heading for section in terms.sections if _is_unfinished(section, terms)] + table


def _is_unfinished(section: Section, terms: Terms) -> bool:
    """The table of members says all that there is to say under Membership."""
    if not section.text.strip():
        return not (section.heading == MEMBERSHIP and terms.table)
    return PLACEHOLDER.search(f"{section.heading}\n{section.text}") is not None
