"""What a decision is subject to, and how that stands on a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from registry.decisions import rules
from registry.decisions.models import Condition, Decision
from registry.wording import day as in_words

Line = dict[str, Any]


def make_subject(decision: Decision, told: Sequence[Mapping[str, Any]]) -> None:
    """Make a decision subject to conditions; each says by when, if there is a day."""
    for each in told:
        rules.falls_due_once_taken(decision.on, each.get("due"))
    decision.conditions.extend(Condition(words=each["words"], due=each.get("due")) for each in told)


def open_on(decision: Decision, day: date) -> list[Condition]:
    """The conditions that a day finds neither satisfied nor lapsed."""
    return [each for each in decision.conditions if not each.was_satisfied(day) and not each.had_lapsed(day)]


def lapsed_on(decision: Decision, day: date) -> date | None:
    """The day at whose end a decision lapsed, a condition of it not being satisfied; None if it had not by then."""
    return min((each.due for each in decision.conditions if each.due and each.had_lapsed(day)), default=None)


def hindrance(decision: Decision, day: date) -> str:
    """The conditions that keep a decision from being carried out on a day, in words; nothing, if none does."""
    unsatisfied = [each for each in decision.conditions if not each.was_satisfied(day)]
    return "; ".join(f"“{each.words}” is {standing_of(each, day)}" for each in unsatisfied)


def lines_of(decision: Decision, day: date) -> list[Line]:
    still_open = open_on(decision, day)
    return [
        {
            "ref": each.ref,
            "words": each.words,
            "due": each.due,
            "standing": standing_of(each, day),
            "is_open": each in still_open,
        }
        for each in decision.conditions
    ]


def standing_of(condition: Condition, day: date) -> str:
    """How a condition stands: satisfied on 1 June 2026, by what; lapsed; or to be satisfied by when."""
    if condition.was_satisfied(day):
        how = f": {condition.how}" if condition.how else ""
        return f"satisfied on {in_words(condition.satisfied)}{how}"
    if condition.had_lapsed(day):
        return f"lapsed at the end of {in_words(condition.due)}"
    return f"to be satisfied by {in_words(condition.due)}" if condition.due else "to be satisfied"
