"""What a decision put off, done; and the conditions on which it hangs, satisfied."""

from datetime import date

from registry import clock
from registry.decisions import bearings, conditions, effects, rules, waiting
from registry.decisions.models import Condition, Decision
from registry.ledger import command
from registry.ledger.acts import Actor


@command
def carry_out(decision: Decision, *, by: Actor) -> None:
    """Do what a decision was still to do, by its authority. What the law then forbids goes on waiting."""
    rules.something_waits(bool(decision.waiting))
    today = clock.today()
    rules.its_day_has_come(decision.since, today)
    rules.stands_still(bearings.ended(decision, bearings.later_about([decision.ref], today)[decision.ref]))
    rules.conditions_are_satisfied(conditions.hindrance(decision, today))
    doing = effects.doing_of(decision)
    assert doing is not None, "only what was carried, and does something, waits"
    answers = waiting.what_waits(decision)
    decision.waiting = ""
    effects.bring_about(decision, doing, answers, by)


@command
def satisfy_condition(decision: Decision, *, condition: Condition, satisfied: date, how: str = "", by: Actor) -> None:
    """Note that a condition was satisfied on a day; what hangs on it is then to be carried out."""
    rules.is_a_condition_of_it(condition.decision is decision and condition.satisfied is None)
    rules.is_satisfied_once_laid_down(decision.on, satisfied, clock.today())
    rules.is_satisfied_before_it_lapses(condition.due, satisfied)
    condition.satisfied, condition.how = satisfied, how
