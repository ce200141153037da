from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from registry.allotments.models import NOT_CASH, OFFERED, OTHER
from registry.deadlines import months_from
from registry.law import rule

FORMATION = "Companies Act 2006, s.16"
SUBSCRIBERS = "Companies Act 2006, s.112(1)"
ENTRY = "Companies Act 2006, s.554"
RETURN = "Companies Act 2006, s.555(2)"
ONE_CLASS = "Companies Act 2006, s.550"
AUTHORITY = "Companies Act 2006, s.551(3)"
RENEWAL = "Companies Act 2006, s.551(4)"
FIRST_OFFER = "Companies Act 2006, s.561(1)"
OFFER_PERIOD = "Companies Act 2006, s.562(5)"
NON_CASH = "Companies Act 2006, s.565"
FORMULA = "Articles and shareholders' agreement"

YEARS_OF_AUTHORITY = 5
DAYS_OF_OFFER = timedelta(days=14)
MONTHS_TO_ENTER = 2
MONTHS_TO_RETURN = 1


@rule(AUTHORITY, field="maximum")
def authority_is_for_some_shares(maximum: int) -> bool:
    """An authority to allot states the most shares that may be allotted under it, which is one or more."""
    return maximum > 0


@rule(AUTHORITY, field="granted")
def authority_has_been_given(granted: date, today: date) -> bool:
    """An authority to allot is put on record once it has been given; {granted} is still to come."""
    return granted <= today


@rule(AUTHORITY, field="expires")
def authority_lasts_a_day(granted: date, expires: date) -> bool:
    """An authority to allot expires no earlier than the day on which it is given, {granted}."""
    return granted <= expires


@rule(AUTHORITY, field="expires")
def authority_ends_within_five_years(granted: date, expires: date) -> bool:
    """An authority to allot expires at most five years from the day on which it is given, here {granted}."""
    return expires <= months_from(granted, YEARS_OF_AUTHORITY * 12).due


@rule(RENEWAL, field="revoked")
def authority_has_been_taken_back(revoked: date, today: date) -> bool:
    """A revocation is put on record once it has been resolved; {revoked} is still to come."""
    return revoked <= today


@rule(RENEWAL, field="revoked")
def authority_was_in_force(granted: date, last_day: date, revoked: date) -> bool:
    """Only an authority in force can be revoked: this one from {granted} to {last_day}."""
    return granted < revoked <= last_day


@rule(RENEWAL, field="revoked")
def nothing_was_allotted_after(last: date | None, revoked: date) -> bool:
    """Shares were allotted under this authority on {last}; it was in force that day."""
    return last is None or last < revoked


@rule(AUTHORITY, field="maximum")
def allotted_under_it_stays_within(allotted: int, maximum: int) -> bool:
    """Under this authority {allotted} shares have been allotted, so its maximum was no less."""
    return allotted <= maximum


@rule(AUTHORITY, field="expires")
def allotted_under_it_stays_in_time(first: date | None, last: date | None, granted: date, expires: date) -> bool:
    """Shares were allotted under this authority from {first} to {last}, so it was in force on those days."""
    return first is None or last is None or granted <= first <= last <= expires


@rule(AUTHORITY, field="share_class")
def allotted_under_it_is_of_the_class(is_of_it: bool) -> bool:
    """Shares of another class have been allotted under this authority."""
    return is_of_it


@rule(FORMATION, field="on")
def company_could_allot_then(on: date, incorporated: date | None) -> bool:
    """The company was incorporated on {incorporated}, and could allot nothing before."""
    return incorporated is None or on >= incorporated


@rule(ENTRY, field="entered")
def entered_once_allotted(on: date, entered: date) -> bool:
    """An allotment is entered in the register on or after the day on which it is made, {on}."""
    return entered >= on


@rule("Companies Act 2006, s.113(3)", field="lots")
def each_member_is_named_once(members: Sequence[Any]) -> bool:
    """An allotment names each member once, with all the shares allotted to that member."""
    return len(set(members)) == len(members) > 0


@rule(ONE_CLASS, field="authority")
def directors_need_no_authority(classes: int, authorities: int) -> bool:
    """Choose the authority: without one, directors may allot only if there is one class and no limit was ever set."""
    return classes == 1 and authorities == 0


@rule(AUTHORITY, field="authority")
def authority_is_for_that_class(is_for_it: bool) -> bool:
    """That authority is to allot shares of another class."""
    return is_for_it


@rule(AUTHORITY, field="on")
def authority_had_begun(granted: date, on: date) -> bool:
    """That authority was given on {granted}; nothing could be allotted under it before."""
    return on >= granted


@rule(AUTHORITY, field="on")
def authority_had_not_ended(last_day: date, on: date) -> bool:
    """The last day of that authority was {last_day}; nothing could be allotted under it after."""
    return on <= last_day


@rule(AUTHORITY, field="lots")
def authority_goes_so_far(shares: int, left: int, maximum: int, last: str) -> bool:
    """Of the {maximum} shares that may be allotted under that authority, {left} are left; {last}."""
    return shares <= left


@rule(NON_CASH, field="given")
def other_consideration_is_told(consideration: str, given: str) -> bool:
    """Where shares are not allotted for cash, say what is given for them; where they are, nothing else is."""
    return (consideration == OTHER) is bool(given)


@rule(NON_CASH, field="preemption")
def first_offer_is_needless_without_cash(consideration: str, preemption: str) -> bool:
    """Existing holders have no right of first offer only where shares are not allotted for cash; these are."""
    return preemption != NOT_CASH or consideration == OTHER


@rule(FIRST_OFFER, field="offered")
def offer_has_its_dates(preemption: str, offered: date | None, closes: date | None, answered: date | None) -> bool:
    """An offer to the existing holders is made on a day and closes on another; where there was none, leave both out."""
    if preemption == OFFERED:
        return offered is not None and closes is not None
    return offered is closes is answered is None


@rule(OFFER_PERIOD, field="closes")
def offer_stays_open_long_enough(offered: date, closes: date) -> bool:
    """An offer to the existing holders stays open for 14 days or more: this one was made on {offered}."""
    return closes >= offered + DAYS_OF_OFFER


@rule(FIRST_OFFER, field="on")
def offer_lapsed_or_was_answered(closes: date, answered: date | None, on: date) -> bool:
    """Nothing is allotted until the offer to the existing holders closes on {closes}, or all have answered it."""
    return on >= closes or (answered is not None and on >= answered)


@rule(FIRST_OFFER, field="answered")
def offer_was_answered_while_open(offered: date, answered: date | None) -> bool:
    """The existing holders answer an offer once it has been made, which was on {offered}."""
    return answered is None or answered >= offered


@rule(SUBSCRIBERS, field="lots")
def incorporation_is_on_record(incorporated: date | None) -> bool:
    """Subscribers are members from the company's incorporation: enter the company, with that day, first."""
    return incorporated is not None


@rule(SUBSCRIBERS, field="share_class")
def subscribers_come_first(others: int) -> bool:
    """Subscriber shares are taken as the company is formed, before all others, of which there are {others} already."""
    return others == 0


@rule(FORMULA, field="per_thousand")
def formula_comes_to_something(per_thousand: int) -> bool:
    """A formula gives each practice a penny or more of shares for each 1,000 patients."""
    return per_thousand > 0


@rule(FORMULA, field="since")
def formula_has_been_agreed(since: date, today: date) -> bool:
    """A formula is put on record once it holds; {since} is still to come."""
    return since <= today


@rule(FORMULA, field="since")
def formula_follows_the_one_before(since: date, last: date | None) -> bool:
    """Formulas are set in their order, and the last holds since {last}: set one from a later day, or put it right."""
    return last is None or since > last


@rule(FORMULA, field="since")
def formula_comes_before_the_next(since: date, following: date | None) -> bool:
    """Formulas follow one another, and the next holds since {following}."""
    return following is None or since < following
