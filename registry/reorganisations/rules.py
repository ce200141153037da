from collections.abc import Sequence
from datetime import date

from registry.law import rule

MERGERS = "Primary Care Support England: practice mergers, main sites and branches"
MEMBERSHIP = "Terms of reference, Membership"
MOVES = "Network Agreement, Schedule 1; Organisation Data Service: PCN change instruction notice"
AGAINST_FALSIFICATION = "Companies Act 2006, s.1138"


@rule(MERGERS, field="practices")
def some_practice_merges(practices: int) -> bool:
    """Name at least one practice that merges into this one."""
    return practices > 0


@rule(MERGERS, field="into")
def some_practice_is_set_up(practices: int) -> bool:
    """Name at least one practice that is set up by the split."""
    return practices > 0


@rule(AGAINST_FALSIFICATION, field="practices")
def each_is_named_once(named: Sequence[str]) -> bool:
    """Each practice is named once; one of these is named twice."""
    return len(set(named)) == len(named)


@rule(AGAINST_FALSIFICATION, field="into")
def each_code_is_given_once(codes: Sequence[str]) -> bool:
    """Each practice set up has a code of its own; one of these is given twice."""
    return len(set(codes)) == len(codes)


@rule(MEMBERSHIP, field="on")
def is_in_nothing_from_a_later_day(belonging: str, since: date, on: date) -> bool:
    """{belonging}: that begins on {since}, which is not before {on}. Strike it or put it right first."""
    return since < on


@rule(MEMBERSHIP, field="on")
def no_end_is_on_record(belonging: str, until: date | None) -> bool:
    """{belonging}: that is on record already as ending on {until}. Put that right first, or choose another day."""
    return until is None


@rule("NHS Digital, Patients Registered at a GP Practice", field="into")
def no_more_leave_than_there_are(leaving: int, patients: int | None) -> bool:
    """More patients go to the new practices than this practice has."""
    return patients is None or leaving <= patients


@rule(MOVES, field="to")
def is_elsewhere_the_day_before(name: str, here: str | None) -> bool:
    """{name} is in no body of that kind on the day before; bring it in instead."""
    return here is not None


@rule(MOVES, field="to")
def moves_to_another(same: bool) -> bool:
    """It is in that body already."""
    return not same


@rule("Terms of reference, Membership; Articles, ceasing to be a member", field="on")
def leaves_something(groupings: int) -> bool:
    """On the day before, it is in none of the groupings that it would leave."""
    return groupings > 0


@rule(MEMBERSHIP, field="places")
def each_practice_is_placed_once(named: Sequence[str]) -> bool:
    """Each practice has one place; one of these has two."""
    return len(set(named)) == len(named)


@rule(MEMBERSHIP, field="replaces")
def there_is_something_to_replace(bodies: int) -> bool:
    """No body of that kind exists then, so there is nothing to replace."""
    return bodies > 0


@rule(AGAINST_FALSIFICATION)
def has_not_been_undone(undone: date | None) -> bool:
    """This was undone already, on {undone}."""
    return undone is None


@rule(AGAINST_FALSIFICATION)
def nothing_was_built_on_it(later: str | None) -> bool:
    """Since then, {later}: undo that first."""
    return later is None


@rule(AGAINST_FALSIFICATION)
def is_as_it_was_left(name: str, same: bool) -> bool:
    """{name} has been changed since, and cannot simply be put back: undo that first, or put each entry right."""
    return same


@rule(AGAINST_FALSIFICATION)
def nothing_rests_on_it(name: str, other: str | None) -> bool:
    """{name} was entered by this, and since then {other} rests on it: put that right first."""
    return other is None
