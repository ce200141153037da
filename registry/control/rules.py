from datetime import date

from registry.law import rule

CONDITIONS = "Companies Act 2006, s.790C"
QUARTER = 2_500
"""More than this is significant: 25 per cent, in hundredths of one per cent."""


@rule(CONDITIONS, field="made")
def finding_has_been_made(made: date, today: date) -> bool:
    """A statement says what has been found; {made} is still to come."""
    return made <= today


@rule(CONDITIONS, field="on")
def holdings_come_before_the_finding(on: date, made: date) -> bool:
    """The holdings looked at are those of the day of the finding, or of a day before it."""
    return on <= made


@rule(CONDITIONS, field="who")
def whoever_has_more_than_a_quarter_is_named(most_shares: int, most_votes: int, who: str) -> bool:
    """Somebody has the benefit of more than 25% of the shares or votes: say who is registrable, or look again."""
    return who != "" or not is_significant(most_shares, most_votes)


@rule(CONDITIONS, field="who")
def whoever_meets_a_condition_is_named(any_met: bool, who: str) -> bool:
    """Somebody is said to meet a condition: say who is registrable."""
    return who != "" or not any_met


@rule(CONDITIONS, field="who")
def nobody_is_named_without_a_condition(most_shares: int, most_votes: int, any_met: bool, who: str) -> bool:
    """Nobody meets any of the conditions, and so nobody is registrable."""
    return who == "" or any_met or is_significant(most_shares, most_votes)


def is_significant(shares: int, votes: int) -> bool:
    """Whether a holding, in hundredths of one per cent, is more than a quarter of either."""
    return shares > QUARTER or votes > QUARTER
