from datetime import date

from registry.law import rule

REGISTRAR = "Companies Act 2006, s.1068"
STATEMENT = "Companies Act 2006, s.853A"


@rule(REGISTRAR, field="sent")
def has_been_sent(sent: date, today: date) -> bool:
    """A filing is recorded once it has been sent; {sent} is still to come."""
    return sent <= today


@rule(REGISTRAR, field="sent")
def was_sent_after_it_happened(sent: date, happened: date) -> bool:
    """Nothing is filed before it has happened, which was on {happened}."""
    return sent >= happened


@rule(REGISTRAR, field="about")
def is_wanted(is_wanted: bool) -> bool:
    """The registers know of nothing for which this form is wanted; to record it by itself, say what it is for."""
    return is_wanted


@rule(REGISTRAR, field="form")
def has_not_been_filed(filed: date | None) -> bool:
    """This was filed already, on {filed}: put that record right if it is wrong."""
    return filed is None


@rule(STATEMENT, field="made_up_to")
def statement_is_made_up_to_a_day(is_statement: bool, made_up_to: date | None, sent: date) -> bool:
    """A confirmation statement says up to which day it is made, which is not after it is sent."""
    return not is_statement or (made_up_to is not None and made_up_to <= sent)
