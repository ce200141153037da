"""The rules in force by which a body decides without a meeting: whether it may, and by when all must have agreed."""

from dataclasses import dataclass
from datetime import date

from registry.deadlines import days_beginning
from registry.resolutions.rules import LAPSES_AFTER_DAYS, MOST_ASKED, share_asked
from registry.structure.models import GENERAL_MEETING, Body
from registry.terms.in_force import rules_in_force
from registry.terms.provisions import IF_ALL_AGREE, LAPSE, REQUIRED, WITHOUT_A_MEETING


@dataclass(frozen=True)
class Lapse:
    """The last day on which a resolution may pass, if it ever lapses; and how that was found, by which authority."""

    last_day: date | None = None
    reckoned: str = ""


def lapse_of(body: Body, circulated: date, answer_by: date | None) -> Lapse:
    """Of a members' resolution, by the articles or the Act; any other lapses only if those who sent it say when."""
    if body.kind != GENERAL_MEETING:
        return Lapse(answer_by, "as those said who sent it" if answer_by else "")
    rule = rules_in_force(body, circulated).of(LAPSE)
    days, authority = (rule.number, rule.authority) if rule else (None, "")
    deadline = days_beginning(circulated, days or LAPSES_AFTER_DAYS)
    return Lapse(deadline.due, f"{deadline.reckoned} ({authority})")


def share_that_may_require(body: Body, day: date) -> tuple[int, int]:
    """What share of the votes lets members require a resolution to be circulated."""
    rule = rules_in_force(body, day).of(REQUIRED)
    return share_asked(rule.number, rule.of) if rule else MOST_ASKED


def is_let_decide_so(body: Body, day: date) -> bool:
    """Whether a body may decide without a meeting: members always may, others where a rule in force says so."""
    if body.kind == GENERAL_MEETING:
        return True
    rule = rules_in_force(body, day).of(WITHOUT_A_MEETING)
    return rule is not None and rule.who == IF_ALL_AGREE
