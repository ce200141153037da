from datetime import date

from registry.law import rule

RECORDED = "Companies Act 2006, s.248(1)"
GIVEN = "Model Articles, art. 5(1)"
ALTERED = "Model Articles, art. 5(3)"


@rule(RECORDED, field="meeting")
def has_been_agreed(agreed: date, today: date) -> bool:
    """An action is entered once it has been agreed: {agreed} is still to come."""
    return agreed <= today


@rule(GIVEN, field="due")
def leaves_time_to_act(settled: date, due: date | None) -> bool:
    """An action is to be done on the day on which that is settled, {settled}, or later."""
    return due is None or due >= settled


@rule(GIVEN, field="owner")
def somebody_is_there_to_act(died: date | None) -> bool:
    """Whoever has an action is there to do it: this person died on {died}."""
    return died is None


@rule(ALTERED)
def is_still_open(closed: date | None) -> bool:
    """This action was closed on {closed}: reopen it first."""
    return closed is None


@rule(ALTERED)
def has_been_closed(closed: date | None) -> bool:
    """Only an action that has been closed is reopened."""
    return closed is not None


@rule(ALTERED, field="owner")
def is_handed_to_another(is_same: bool) -> bool:
    """An action is handed over to somebody else: this person has it already."""
    return not is_same


@rule(ALTERED, field="due")
def is_moved_elsewhere(before: date | None, due: date | None) -> bool:
    """An action is moved to another day than the one by which it is due, {before}."""
    return before is None or before != due


@rule(ALTERED, field="why")
def dropping_says_why(is_dropped: bool, why: str) -> bool:
    """An action is dropped for a reason, which stands in the log."""
    return bool(why) or not is_dropped


@rule(RECORDED, field="on")
def steps_come_in_turn(last: date, on: date, today: date) -> bool:
    """What became of an action is entered as of a day on or after the last entry, {last}, and not after today."""
    return last <= on <= today


@rule(GIVEN)
def letters_ask_of_open_business(is_restricted: bool) -> bool:
    """A letter may be read by others, so none asks after what is restricted: speak to whoever has the action."""
    return not is_restricted
