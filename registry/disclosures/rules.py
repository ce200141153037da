from datetime import date

from registry.disclosures.models import CONNECTED, WRITTEN
from registry.law import rule

BY_NOTICE = "Companies Act 2006, s.184(5)"
GENERALLY = "Companies Act 2006, s.185(4)"


@rule("Companies Act 2006, s.177(1)", field="person")
def is_declared_by_a_director(is_director: bool, name: str, on: date) -> bool:
    """It is directors who declare their interests to one another: {name} was not one on {on}."""
    return is_director


@rule("Companies Act 2006, s.184(2)", field="since")
def has_been_given(since: date, today: date) -> bool:
    """A notice is entered once it has been given: {since} is still to come."""
    return since <= today


@rule("Companies Act 2006, s.182(1)", field="entered")
def has_been_entered_into(entered: date | None, today: date) -> bool:
    """A transaction exists once the company has entered into it: until {entered} it is a proposed one."""
    return entered is None or entered <= today


@rule("Companies Act 2006, s.182(1)", field="arose")
def has_arisen(arose: date | None, declared: date) -> bool:
    """An interest is declared on the day it begins or later: this one was to begin on {arose}."""
    return arose is None or arose <= declared


@rule(GENERALLY, field="meeting")
def is_a_meeting_of_the_directors(is_board: bool) -> bool:
    """It is at a meeting of the directors that an interest is declared, or a notice of one given or read."""
    return is_board


@rule("Companies Act 2006, s.248", field="meeting")
def meeting_has_been_held(on: date, today: date) -> bool:
    """What was read or declared at a meeting is entered on its day or later; that of {on} is still to come."""
    return on <= today


@rule(GENERALLY, field="since")
def is_given_on_the_day_of_the_meeting(since: date, on: date | None) -> bool:
    """A notice given at a meeting is given on its day, {on}."""
    return on is None or since == on


@rule("Companies Act 2006, s.177(2)", field="meeting")
def is_declared_against_its_item(kind: str, is_at_meeting: bool) -> bool:
    """An interest in a transaction that is declared at a meeting is entered there, against the item."""
    return not (kind == WRITTEN and is_at_meeting)


@rule("Companies Act 2006, s.185(2)", field="extent")
def extent_is_told(kind: str, extent: str) -> bool:
    """Both the nature and the extent of an interest are told; of a connection with a person, its nature."""
    return kind == CONNECTED or bool(extent)


@rule("Companies Act 2006, s.185(1)", field="until")
def ends_once_after_it_was_given(since: date, until: date, ended: date | None) -> bool:
    """A notice ends after the day it was given, {since}, and that is said once."""
    return ended is None and since < until


@rule(GENERALLY, field="meeting")
def is_brought_up_once(is_brought_up: bool) -> bool:
    """This notice was given, or brought up, at a meeting already."""
    return not is_brought_up


@rule(f"{GENERALLY} and s.184(5)", field="meeting")
def is_brought_up_at_the_next_meeting(on: date, since: date, following: date | None) -> bool:
    """A notice is brought up at the next meeting after it is given (here: {following}), or at one on its own day.

    To have effect later, it is given again.
    """
    return on in (since, following)


@rule("Companies Act 2006, s.177(1)", field="nature")
def interest_is_told(nature: str, extent: str, is_noticed: bool) -> bool:
    """The nature and the extent of the interest are declared, unless a general notice has told them."""
    return is_noticed or bool(nature and extent)


@rule("Companies Act 2006, s.185(1)", field="notice")
def notice_is_in_effect(is_own: bool, effective: date | None, on: date, *, held: bool) -> bool:
    """A general notice serves the director who gave it, from the day it has effect and while it lasts."""
    return is_own and effective is not None and effective <= on and held


@rule("Companies Act 2006, s.177(3)", field="earlier")
def completes_an_earlier_one(is_own: bool, earlier: date, on: date) -> bool:
    """A further declaration corrects or completes one that the same director made on the same day or before."""
    return is_own and earlier <= on


@rule("Companies Act 2006, s.177(3)", field="earlier")
def says_that_it_completes_the_first(has_declared: bool, is_further: bool) -> bool:
    """This director has declared an interest in this item already: say which declaration this one completes."""
    return not has_declared or is_further
