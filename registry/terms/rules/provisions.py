"""What the rules of terms are held to."""

from collections import Counter
from typing import Any

from registry.law import rule
from registry.terms.models import CONSTITUTION, Section, Terms
from registry.terms.provisions import DEPUTIES, FIGURE, FRACTION, LIMIT, MATTER, NOTICE, SHAPES, key_of
from registry.terms.redline import clauses_in


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


@rule("Model Articles, art. 5", field="provisions")
def rule_says_whom_it_governs(sentence: str, over: str) -> bool:
    """In articles and agreement a rule says which kind of body it governs, and this one does not: {sentence}."""
    return over != ""


@rule("Model Articles, art. 11(2)", field="provisions")
def quorum_can_be_met(quorum: int | None, seats: int) -> bool:
    """A quorum of {quorum} could never be met: the body has {seats} such seats with a vote."""
    return quorum is None or quorum <= seats


def uphold_provisions(terms: Terms) -> None:
    """Each rule says what its kind needs and whom it governs, stands once, and points at a clause that there is."""
    clauses = {clause.number for clause in clauses_in(section_told(section) for section in terms.sections)}
    own = terms.body.kind
    kinds = Counter(
        (key_of(each), each.over if terms.kind in CONSTITUTION else each.over or own) for each in terms.provisions
    )
    for provision in terms.provisions:
        rule_is_told_whole(provision.what, lacking_of(provision))
        if terms.kind in CONSTITUTION:
            rule_says_whom_it_governs(provision.what, provision.over or "")
        if provision.clause:
            rule_stands_in_the_text(provision.clause, provision.clause in clauses)
    for (key, _), times in kinds.items():
        rule_is_told_once(key[0], times)


def section_told(section: Section) -> dict[str, Any]:
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
