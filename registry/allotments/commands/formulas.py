"""The federation's formula: what each practice is entitled to, by the number of its patients."""

from datetime import date

from registry import clock
from registry.allotments import rules, standing
from registry.allotments.models import A_POUND, NEAREST, Formula
from registry.db import db
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.members.models import ShareClass


@command
def set_formula(
    *,
    share_class: ShareClass,
    per_thousand: int = A_POUND,
    rounding: str = NEAREST,
    reserve: int = 0,
    since: date,
    by: Actor,
) -> Formula:
    """Set the formula from a day on: `per_thousand` pence of nominal value for 1,000 patients, in whole shares.

    `reserve` is how many shares are then held back for later issue; those allotted after that day come out of it.
    """
    _is_settled(per_thousand, since)
    last = standing.formula_on(date.max)
    rules.formula_follows_the_one_before(since, last and last.since)
    formula = Formula(
        share_class=share_class, per_thousand=per_thousand, rounding=rounding, reserve=reserve, since=since
    )
    db.session.add(formula)
    return formula


@correction
def correct_formula(
    formula: Formula,
    *,
    share_class: ShareClass,
    per_thousand: int,
    rounding: str,
    reserve: int,
    since: date,
    reason: str,
    by: Actor,
) -> None:
    """It was wrong: put right what the formula says, or since when."""
    _is_settled(per_thousand, since)
    before, after = standing.neighbours(formula)
    rules.formula_follows_the_one_before(since, before and before.since)
    rules.formula_comes_before_the_next(since, after and after.since)
    formula.share_class, formula.per_thousand, formula.rounding = share_class, per_thousand, rounding
    formula.reserve, formula.since = reserve, since


def _is_settled(per_thousand: int, since: date) -> None:
    rules.formula_comes_to_something(per_thousand)
    rules.formula_has_been_agreed(since, clock.today())
