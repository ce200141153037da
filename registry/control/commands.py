from datetime import date

from registry import clock
from registry.control import rules
from registry.control.holdings import holdings_on
from registry.control.models import BOARD, INFLUENCE, TRUST, Answer, Statement
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor


@command
def state(
    *,
    made: date,
    on: date,
    board: bool,
    board_grounds: str,
    influence: bool,
    influence_grounds: str,
    trust: bool,
    trust_grounds: str,
    who: str = "",
    by: Actor,
) -> Statement:
    """Put on record what was found of people with significant control, by the holdings of the day `on`.

    Of each condition that cannot be counted it says whether anybody meets it, and on what grounds;
    `who` names whoever is registrable, and is blank if nobody is.
    """
    rules.finding_has_been_made(made, clock.today())
    rules.holdings_come_before_the_finding(on, made)
    statement = _tested(made, on, who)
    shares, votes, any_met = statement.largest_shares, statement.largest_votes, board or influence or trust
    rules.whoever_has_more_than_a_quarter_is_named(shares, votes, who)
    rules.whoever_meets_a_condition_is_named(any_met, who)
    rules.nobody_is_named_without_a_condition(shares, votes, any_met, who)
    answers = [(BOARD, board, board_grounds), (INFLUENCE, influence, influence_grounds), (TRUST, trust, trust_grounds)]
    for place, (condition, met, grounds) in enumerate(answers, start=1):
        statement.answers.append(Answer(place=place, condition=condition, met=met, grounds=grounds))
    db.session.add(statement)
    return statement


def _tested(made: date, on: date, who: str) -> Statement:
    tested = holdings_on(on)
    return Statement(
        made=made,
        on=on,
        who=who,
        largest=tested[0].name if tested else "",
        largest_shares=max((each.shares for each in tested), default=0),
        largest_votes=max((each.votes for each in tested), default=0),
    )
