"""How a decision bears on earlier ones: it supersedes, rescinds or ratifies them, in whole or in part."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.decisions import rules
from registry.decisions.conditions import lapsed_on, open_on
from registry.decisions.limbs import cited, limbs_of, marks_in
from registry.decisions.majority import is_special, uphold_the_majority
from registry.decisions.models import CARRIED, RATIFIES, RESCINDS, SUPERSEDES, Bearing, Decision
from registry.filings.models import Filing
from registry.terms.in_force import rules_in_force
from registry.terms.profiles import SPECIAL_RESOLUTION
from registry.terms.provisions import AT_LEAST
from registry.wording import day as in_words

Line = dict[str, Any]

GIVES_RIGHTS = {"allotments.allot", "members.allot", "transfers.register"}
"""Acts by which somebody came to hold shares."""
ENDED = {SUPERSEDES: "superseded", RESCINDS: "rescinded"}
DONE = {**ENDED, RATIFIES: "ratified"}


def bear_on(decision: Decision, told: Iterable[Mapping[str, Any]]) -> None:
    """Have a decision bear on earlier ones, each in whole, or in the paragraphs of it that are named."""
    for each in told:
        _bear(decision, each["how"], each["decision"], each.get("limbs") or "")


def _bear(decision: Decision, how: str, old: Decision, said: str) -> None:
    rules.bears_on_a_decision_of_its_own(decision.body.ref, old.body_ref)
    rules.bears_on_an_earlier_one(old.outcome, old.on, decision.on)
    marks = marks_in(said)
    has = [limb.mark for limb in limbs_of(old.text)]
    rules.limbs_are_of_its_text(marks, has, cited(has) or "none")
    if decision.outcome == CARRIED:
        _uphold(decision, how, old)
    decision.bearings.append(Bearing(how=how, old=old, limbs=" ".join(marks)))


def _uphold(decision: Decision, how: str, old: Decision) -> None:
    if how == RESCINDS:
        rules.gave_nobody_shares(not any(effect.act in GIVES_RIGHTS for effect in old.effects))
        rules.nothing_was_filed_of_it(_filed(old))
    if how in ENDED and is_special(old):
        needed = rules_in_force(decision.body, decision.on).of(AT_LEAST, SPECIAL_RESOLUTION)
        assert needed is not None, "the Act says what a special resolution needs"
        uphold_the_majority(decision, needed)


def _filed(decision: Decision) -> bool:
    """Whether the registrar was told of it, or of what it changed."""
    changed = [ref for effect in decision.effects for ref in (effect.document_ref, effect.part_ref) if ref]
    about = select(func.count()).select_from(Filing).where(Filing.about_ref.in_([decision.ref, *changed]))
    return bool(db.session.scalar(about))


def later_about(refs: Iterable[str], day: date) -> dict[str, list[Line]]:
    """What carried decisions, in effect by a day, have made of these: the earliest first."""
    found: dict[str, list[Line]] = defaultdict(list)
    newer = joinedload(Bearing.decision).options(selectinload(Decision.conditions))
    wanted = select(Bearing).join(Bearing.decision).where(Bearing.old_ref.in_(refs), Decision.outcome == CARRIED)
    of_the_day = wanted.where(Decision.since <= day).order_by(Decision.on, Decision.since, Decision.ref, Bearing.ref)
    for bearing in db.session.scalars(of_the_day.options(newer)):
        if not open_on(bearing.decision, day) and lapsed_on(bearing.decision, day) is None:
            found[bearing.old_ref].append(_later(bearing))
    return found


def _later(bearing: Bearing) -> Line:
    part = f" in part, {cited(bearing.limbs.split())}," if bearing.limbs else ""
    by = bearing.decision
    return _citation(by) | {
        "how": bearing.how,
        "limbs": bearing.limbs.split(),
        "since": by.takes_effect,
        "text": f"{DONE[bearing.how].capitalize()}{part} by {by.number} of {in_words(by.on)}",
    }


def earlier_of(decision: Decision) -> list[Line]:
    """The decisions that one bears on, and how."""
    return [
        _citation(each.old)
        | {
            "how": each.how,
            "limbs": each.limbs.split(),
            "text": f"{each.how.capitalize()} {f'{cited(each.limbs.split())} of ' if each.limbs else ''}"
            f"{each.old.number} of {in_words(each.old.on)}",
        }
        for each in decision.bearings
    ]


def _citation(decision: Decision) -> Line:
    return {"ref": decision.ref, "number": decision.number, "on": decision.on}


def ended(decision: Decision, later: list[Line]) -> str:
    """Superseded or rescinded, where nothing of a decision is left; by the last that ended what was left."""
    left = {limb.mark for limb in limbs_of(decision.text)}
    for each in later:
        if each["how"] in ENDED:
            left -= set(each["limbs"])
            if not each["limbs"] or not left:
                return ENDED[each["how"]]
    return ""


def paragraphs_of(decision: Decision, later: list[Line]) -> list[Line]:
    """Each paragraph of a text and how it stands, where a later decision has taken up some of them."""
    if not any(each["limbs"] for each in later):
        return []
    return [
        {"mark": limb.cited, "words": limb.words, "standing": _stands(limb.mark, later)}
        for limb in limbs_of(decision.text)
    ]


def _stands(mark: str, later: list[Line]) -> str:
    about = [each for each in later if not each["limbs"] or mark in each["limbs"]]
    said = [f"{DONE[each['how']]} by {each['number']} from {in_words(each['since'])}" for each in about]
    return "; ".join(said) or "in force"
