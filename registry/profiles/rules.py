from collections.abc import Sequence
from datetime import date

from registry.law import rule
from registry.practices.models import Practice
from registry.profiles.models import NOT_KNOWN

AGAINST_FALSIFICATION = "Companies Act 2006, s.1138"
RATED = "Care Quality Commission: ratings"
WORKFORCE = "NHS Digital, General Practice Workforce"


@rule(AGAINST_FALSIFICATION, field="on")
def tells_of_a_day_that_has_come(on: date, today: date) -> bool:
    """A profile tells of a day that has come; {on} is still to come."""
    return on <= today


@rule(AGAINST_FALSIFICATION, field="on")
def practice_was_open(name: str, practice: Practice, on: date) -> bool:
    """{name} was not open on {on}, and so nobody worked there."""
    return practice.is_open(on)


@rule(AGAINST_FALSIFICATION, field="on")
def tells_alone_of_its_day(other: date | None) -> bool:
    """There is a profile of this practice on {other} already; if that is wrong, put it right."""
    return other is None


@rule(RATED, field="rated")
def day_is_of_a_rating(rating: str, rated: date | None) -> bool:
    """This is the day on which a rating was given: say which rating. The day may be left blank, if it is not known."""
    return rated is None or rating != NOT_KNOWN


@rule(RATED, field="rated")
def rating_had_been_given(rated: date | None, on: date) -> bool:
    """A profile of {on} cannot tell a rating that was given on {rated}, after it."""
    return rated is None or rated <= on


@rule(WORKFORCE, field="staff")
def role_has_one_line(roles: Sequence[str]) -> bool:
    """Each role is told on one line."""
    return len(set(roles)) == len(roles)


@rule(WORKFORCE, field="staff")
def nobody_works_no_hours(role: str, headcount: int | None, full_time_hundredths: int | None) -> bool:
    """{role}: nobody works there in this role, so no part of full time is worked; leave blank what is not known."""
    return headcount != 0 or not full_time_hundredths
