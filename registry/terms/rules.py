import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.law import rule
from registry.periods import Lasting
from registry.terms.models import Section, Terms
from registry.terms.provisions import DEPUTIES, FIGURE, FRACTION, LIMIT, MATTER, NOTICE, SHAPES
from registry.terms.redline import clauses_in

PLACEHOLDER = re.compile(
    r"X{3,}|\?{3,}|\bT\.?B\.?[CAD]\b\.?|\bTo be (?:confirmed|agreed|decided)\b|_{3,}", re.IGNORECASE
)
MEMBERSHIP = "Membership"


@rule("Companies Act 2006, s.1138", field="version")
def version_is_new(taken: bool) -> bool:
    """Each version of a body's terms has a number of its own, and this one is taken."""
    return not taken


@rule("Companies Act 2006, s.1138")
def is_not_yet_adopted(since: date | None) -> bool:
    """Terms that have been adopted are not changed: draft a new version, which supersedes them when it is adopted."""
    return since is None


@rule("Companies Act 2006, s.1138")
def is_adopted(since: date | None) -> bool:
    """This version was never adopted."""
    return since is not None


@rule("Companies Act 2006, s.1138", field="circulated")
def has_been_circulated(circulated: date, today: date) -> bool:
    """A version is entered once it has gone out: {circulated} is still to come."""
    return circulated <= today


@rule("Companies Act 2006, s.1138", field="comments_by")
def comments_are_asked_for_after_it(circulated: date, comments_by: date | None) -> bool:
    """Comments are asked for by a day after it went out, {circulated}."""
    return comments_by is None or circulated < comments_by


@rule("Model Articles, art. 5")
def was_circulated(was_circulated: bool) -> bool:
    """A draft is adopted once it has been circulated, or as a meeting amended what was: circulate it first."""
    return was_circulated


@rule("Model Articles, art. 5")
def was_not_withdrawn(withdrawn: date | None) -> bool:
    """This version was withdrawn on {withdrawn}: circulate another."""
    return withdrawn is None


@rule("Companies Act 2006, s.1138", field="on")
def is_withdrawn_after_it_went_out(circulated: date | None, on: date, today: date) -> bool:
    """A version is withdrawn on a day after it went out, and not on one still to come."""
    return on <= today and (circulated is None or circulated <= on)


@rule("Model Articles, art. 5", field="since")
def takes_effect_once_circulated(circulated: date | None, *, since: date) -> bool:
    """A version takes effect on the day it was circulated, {circulated}, or later."""
    return circulated is None or circulated <= since


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


@rule("Terms of reference, Review", field="since")
def review_comes_after(since: date, *, review_due: date | None) -> bool:
    """Terms are due for review on a day after they take effect."""
    return review_due is None or since < review_due


@rule("Model Articles, art. 5", field="provisions")
def rule_is_told_whole(sentence: str, lacking: list[str]) -> bool:
    """The rule of {sentence} says too little: {lacking}."""
    return not lacking


@rule("Model Articles, art. 5", field="provisions")
def rule_is_told_once(what: str, times: int) -> bool:
    """A body’s terms have one rule of {what}; this one stands {times} times."""
    return times == 1


@rule("Model Articles, art. 5", field="provisions")
def rule_stands_in_the_text(clause: str, is_there: bool) -> bool:
    """A rule points at the clause that says it, and there is no clause {clause} in this text."""
    return is_there


@rule("Model Articles, art. 11(2)", field="provisions")
def quorum_can_be_met(quorum: int | None, seats: int) -> bool:
    """A quorum of {quorum} could never be met: the body has {seats} seats with a vote."""
    return quorum is None or seats == 0 or quorum <= seats


def uphold_provisions(terms: Terms) -> None:
    """Each rule says what its kind needs, stands once, and points at a clause that there is."""
    clauses = {clause.number for clause in clauses_in(_section(section) for section in terms.sections)}
    kinds = Counter((each.what, each.over, each.matter, each.who if SHAPES[each.what].several else "")
                    for each in terms.provisions)  # fmt: skip
    for provision in terms.provisions:
        rule_is_told_whole(provision.what, lacking_of(provision))
        if provision.clause:
            rule_stands_in_the_text(provision.clause, provision.clause in clauses)
    for (what, *_), times in kinds.items():
        rule_is_told_once(what, times)


def _section(section: Section) -> dict[str, Any]:
    return {"number": section.place, "heading": section.heading, "text": section.text or ""}


def lacking_of(provision: Any) -> list[str]:
    """What a rule of its kind needs and this one does not say, in words."""
    shape = SHAPES[provision.what]
    needed = {FIGURE: provision.number is None, FRACTION: not provision.of, MATTER: not provision.matter}
    lacking = [f"it has no “{name}”" for name in shape.needs if needed[name]]
    if shape.needs_who and not provision.who:
        lacking.append("it does not say who or how")
    elif shape.words and (provision.who or "") not in shape.words:
        lacking.append(f"“{provision.who}” is not one of: {'; '.join(filter(None, shape.words))}")
    if provision.number is not None and provision.number > (provision.of or provision.number):
        lacking.append(f"{provision.number} of {provision.of} is more than the whole")
    if provision.number == 0 and provision.what not in (DEPUTIES, NOTICE, LIMIT):
        lacking.append("its figure is nought")
    return lacking


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
