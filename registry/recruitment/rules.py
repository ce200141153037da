from datetime import date

from registry.law import rule
from registry.periods import Lasting

OPENLY = "Network Contract DES"
FAIRLY = "NHS England guidance, Managing Conflicts of Interest in the NHS"
LEAST_PANEL = 2
KEPT_MONTHS = 6
"""How long after it is over candidates' papers are kept, for whoever asks why they were not chosen."""


@rule(OPENLY, field="opened")
def has_begun(opened: date, today: date) -> bool:
    """A recruitment is entered once it has begun: {opened} is still to come."""
    return opened <= today


@rule(OPENLY, field="closes")
def closes_after_it_opens(opened: date, closes: date | None) -> bool:
    """Expressions of interest are asked for by a day after it began, {opened}."""
    return closes is None or opened < closes


@rule(OPENLY, field="seat")
def none_is_under_way(is_under_way: bool) -> bool:
    """There is a recruitment to this seat already: go on with that one."""
    return not is_under_way


@rule(OPENLY)
def is_under_way(closed: date | None) -> bool:
    """This recruitment was over on {closed}."""
    return closed is None


@rule(OPENLY, field="what")
def stage_comes_next(reached: int, place: int) -> bool:
    """The stages follow one another: this one has been reached, or one after it has."""
    return reached < place


@rule(OPENLY, field="on")
def stage_is_reached_in_turn(last: date, on: date, today: date) -> bool:
    """A stage is reached on the day of the one before, {last}, or later, and not on a day to come."""
    return last <= on <= today


@rule(FAIRLY)
def panel_can_choose(free: int) -> bool:
    """Two at least choose who have no conflict with it: the panel has {free} such."""
    return free >= LEAST_PANEL


@rule(FAIRLY, field="panel")
def panel_is_of_several(people: int, lines: int) -> bool:
    """Each member of the panel is named once."""
    return people == lines


@rule(OPENLY, field="opened")
def seat_is_there(seat: Lasting, *, opened: date) -> bool:
    """One recruits to a seat that there is on the day it begins."""
    return seat.holds(opened)


@rule(OPENLY, field="opened")
def seat_is_appointed_to(ex_officio: bool) -> bool:
    """Nobody is appointed to a seat that is held by virtue of another: recruit to that one."""
    return not ex_officio


@rule(FAIRLY, field="panel")
def conflict_is_handled(name: str, conflict: str, handled: str) -> bool:
    """Say what was done about the conflict of {name}."""
    return not conflict or handled != ""


@rule("Model Articles, art. 17", field="appointed")
def is_appointed_to_the_seat(is_appointed: bool) -> bool:
    """Whoever was chosen is appointed to the seat first, by its decision: this person has not been since it began."""
    return is_appointed


@rule(OPENLY, field="appointed")
def outcome_names_whom(is_appointment: bool, is_named: bool) -> bool:
    """Say who was appointed, if somebody was, and only then."""
    return is_appointment == is_named


@rule("NHS England guidance, records of recruitment")
def may_be_removed(closed: date | None) -> bool:
    """Candidates’ papers are removed once the recruitment is over."""
    return closed is not None
