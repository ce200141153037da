from collections.abc import Sequence
from datetime import date
from typing import Any

from registry.law import rule

ENTRY = "Companies Act 2006, s.112(2)"
REGISTER = "Companies Act 2006, s.113(2)"
HOLDINGS = "Companies Act 2006, s.113(3)"
JOINT_HOLDERS = "Companies Act 2006, s.113(5)"
NOMINAL_VALUE = "Companies Act 2006, s.542"
INSTRUMENT = "Companies Act 2006, s.770(1)"
FULLY_PAID = "Model Articles, art. 21"
TRANSFEREE = f"{ENTRY}; Model Articles, art. 26"


@rule(HOLDINGS, field="name")
def class_name_is_free(taken: bool) -> bool:
    """The register tells shares apart by their class, so each class has a name of its own; this one is taken."""
    return not taken


@rule(NOMINAL_VALUE, field="nominal")
def share_has_a_nominal_value(nominal: int) -> bool:
    """Each share has a fixed nominal value, of a penny or more."""
    return nominal > 0


@rule(JOINT_HOLDERS, field="holders")
def holders_are_different(holders: Sequence[Any]) -> bool:
    """Joint holders are each named once."""
    return len({holder.ref for holder in holders}) == len(holders)


@rule(REGISTER, field="holders")
def holders_have_no_account(folio: int | None) -> bool:
    """These holders are on the register already, and have one account there: folio {folio}."""
    return folio is None


@rule(REGISTER, field="entered")
def entry_has_been_made(entered: date, today: date) -> bool:
    """The register says on which day a name was entered; {entered} is still to come."""
    return entered <= today


@rule(HOLDINGS, field="on")
def movement_has_been_entered(on: date, today: date) -> bool:
    """The register shows the shares that are held; {on} is still to come."""
    return on <= today


@rule(ENTRY, field="on")
def member_was_entered_by_then(entered: date, on: date) -> bool:
    """Membership runs from the day of entry, {entered}, and no shares are held before it."""
    return on >= entered


@rule(REGISTER, field="on")
def membership_has_not_ceased(ceased: date | None) -> bool:
    """This account closed on {ceased}, when its holder ceased to be a member; whoever returns is admitted again."""
    return ceased is None


@rule(FULLY_PAID, field="paid")
def share_is_fully_paid(paid: int, nominal: int) -> bool:
    """No share is issued for less than its nominal value, which must be fully paid."""
    return paid >= nominal


@rule(INSTRUMENT, field="instrument_received")
def instrument_came_first(received: date, on: date) -> bool:
    """No transfer is entered before a proper instrument of transfer is received; this one came on {received}."""
    return received <= on


@rule(INSTRUMENT, field="to")
def transferee_is_another(is_another: bool) -> bool:
    """A transfer is from one member to another; this is the same account."""
    return is_another


@rule(TRANSFEREE, field="to")
def transferee_is_a_member(entered: date, ceased: date | None, on: date) -> bool:
    """Shares pass only to somebody who is on the register by that day, and still is: admit them first."""
    return entered <= on and ceased is None


@rule(HOLDINGS, field="shares")
def shares_are_held(held: int, shares: int) -> bool:
    """No more can be transferred than is held that day and on every day since: {held}."""
    return shares <= held
