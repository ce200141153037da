from datetime import date

from registry.law import rule

CONTENTS = "Companies Act 2006, s.116(4)"
ANSWER = "Companies Act 2006, s.117"


@rule(CONTENTS, field="received")
def request_has_come(received: date, today: date) -> bool:
    """A request is logged once it has come; {received} is still to come."""
    return received <= today


@rule(CONTENTS)
def something_lacked(lacking: list[str]) -> bool:
    """This request lacked nothing; its time runs from the day it was received."""
    return lacking != []


@rule(CONTENTS)
def request_has_all_it_needs(lacking: list[str]) -> bool:
    """The request is not valid yet, and no answer is due to it. It lacks: {lacking}."""
    return lacking == []


@rule(CONTENTS, field="on")
def comes_after_the_request(on: date, received: date) -> bool:
    """Nothing came of the request before it was received, on {received}."""
    return on >= received


@rule(ANSWER, field="on")
def has_happened(on: date, today: date) -> bool:
    """The log says what was done; {on} is still to come."""
    return on <= today


@rule(ANSWER)
def has_not_been_answered(answered: date | None) -> bool:
    """This request was answered on {answered}."""
    return answered is None
