from datetime import date

from registry.interests.rules import GUIDANCE
from registry.law import rule


@rule(GUIDANCE, field="on")
def review_has_been_made(on: date, today: date) -> bool:
    """A review is entered once it has been made: {on} is still to come."""
    return on <= today


@rule(GUIDANCE, field="on")
def reviewed_once_declared(declared_on: date, on: date) -> bool:
    """An interest is reviewed once it has been declared: this one was on {declared_on}."""
    return declared_on <= on


@rule(GUIDANCE, field="mitigation")
def interest_that_goes_on_is_handled(has_ended: bool, mitigation: str) -> bool:
    """Say how the interest is handled, or that it is noted; only one that has ended needs nothing said."""
    return has_ended or bool(mitigation)


@rule(GUIDANCE, field="withheld_because")
def withheld_for_a_reason(reason: str) -> bool:
    """An interest is withheld from the public register only for an overriding reason, which is kept with it."""
    return bool(reason)


@rule(GUIDANCE, field="approved_by")
def withheld_with_approval(approved_by_ref: str | None, person_ref: str) -> bool:
    """Say who approved that it is withheld: somebody other than the person whose interest it is."""
    return approved_by_ref not in (None, person_ref)


@rule(GUIDANCE, field="answer")
def question_is_open(answered: date | None) -> bool:
    """A question is answered once: this one was on {answered}."""
    return answered is None
