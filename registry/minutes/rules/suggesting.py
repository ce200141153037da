"""Who reads minutes and suggests corrections, and how those are answered."""

from registry.law import rule
from registry.minutes.rules.sources import GUIDANCE, OF_DIRECTORS


@rule(GUIDANCE)
def suggests_who_may(is_theirs: bool) -> bool:
    """Those who were at the meeting or sit on the body suggest corrections; the office writes down another’s."""
    return is_theirs


@rule(GUIDANCE)
def is_still_open(outcome: str) -> bool:
    """This suggestion has been {outcome} already."""
    return not outcome


@rule(GUIDANCE, field="answer")
def is_declined_with_a_reason(is_accepted: bool, answer: str) -> bool:
    """Who is declined a correction is told why."""
    return is_accepted or bool(answer)


@rule(OF_DIRECTORS)
def fact_has_been_put_right(is_written: bool, still_says_so: bool) -> bool:
    """This sentence comes from the registers, which still say so: put the fact right there first, then accept."""
    return is_written or not still_says_so


@rule("Model Articles, art. 50")
def is_for_whoever_sits_there(may_read: bool) -> bool:
    """The minutes of the directors and their committees are for those who sit there, the office and the auditor: nobody
    may inspect them merely as a shareholder."""
    return may_read
