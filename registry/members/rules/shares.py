from datetime import date

from registry.law import rule

ENTRY = "Companies Act 2006, s.112(2)"
HOLDINGS = "Companies Act 2006, s.113(3)"
NOMINAL_VALUE = "Companies Act 2006, s.542"
NUMBERS = "Companies Act 2006, s.543"
ALTERATION = "Companies Act 2006, s.618"
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


@rule(HOLDINGS, field="on")
def movement_has_been_entered(on: date, today: date) -> bool:
    """The register shows the shares that are held; {on} is still to come."""
    return on <= today


@rule(FULLY_PAID, field="paid")
def share_is_fully_paid(paid: int, nominal: int) -> bool:
    """No share is issued for less than its nominal value, which must be fully paid."""
    return paid >= nominal


@rule(INSTRUMENT, field="instrument_received")
def transfer_has_an_instrument(is_transfer: bool, received: date | None) -> bool:
    """No transfer is entered without a proper instrument of transfer; what passes by operation of law needs none."""
    return not is_transfer or received is not None


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
    """No more can go than is held that day and on every day since: {held}."""
    return shares <= held


@rule(NUMBERS, field="first")
def number_is_held(first: int, held: bool) -> bool:
    """Share number {first} is not among those that this account may part with on that day."""
    return held


@rule(ALTERATION, field="into")
def classes_differ(is_another: bool) -> bool:
    """Shares become shares of another class; this is the same one."""
    return is_another


@rule(ALTERATION, field="becoming")
def capital_is_unchanged(nominal_before: int, nominal_after: int) -> bool:
    """Shares that are divided, consolidated or redesignated come to the same nominal value as before."""
    return nominal_before == nominal_after


@rule(ALTERATION, field="becoming")
def conversion_comes_out_whole(shares_over: int, pence_over: int) -> bool:
    """Each member's shares must come to whole shares of the other class, with whole pence paid on each."""
    return shares_over == 0 and pence_over == 0
