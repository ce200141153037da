"""What a version is circulated, amended and withdrawn by."""

from datetime import date

from registry.law import rule
from registry.structure.models import COMPANY


@rule("Companies Act 2006, s.1138", field="version")
def version_is_new(taken: bool) -> bool:
    """Each version of a body's terms has a number of its own, and this one is taken."""
    return not taken


@rule("Companies Act 2006, s.1138", field="circulated")
def has_been_circulated(circulated: date, today: date) -> bool:
    """A version is entered once it has gone out: {circulated} is still to come."""
    return circulated <= today


@rule("Companies Act 2006, s.1138", field="comments_by")
def comments_are_asked_for_after_it(circulated: date, comments_by: date | None) -> bool:
    """Comments are asked for by a day after it went out, {circulated}."""
    return comments_by is None or circulated < comments_by


@rule("Companies Act 2006, s.1138", field="amended")
def is_amended_once_circulated(circulated: date, amended: date, today: date) -> bool:
    """A meeting amends what had been circulated, on {circulated}, and not on a day to come."""
    return circulated <= amended <= today


@rule("Companies Act 2006, s.1138", field="on")
def is_withdrawn_after_it_went_out(circulated: date | None, on: date, today: date) -> bool:
    """A version is withdrawn on a day after it went out, and not on one still to come."""
    return on <= today and (circulated is None or circulated <= on)


@rule("Companies Act 2006, s.18", field="kind")
def constitution_is_the_companys(is_constitution: bool, body_kind: str) -> bool:
    """Articles and the shareholders’ agreement are the company’s: a {body_kind} works under terms of reference."""
    return not is_constitution or body_kind == COMPANY
