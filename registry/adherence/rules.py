from datetime import date

from registry.law import rule

AGREEMENT = "Articles and shareholders' agreement"


@rule(AGREEMENT, field="signed")
def deed_has_been_signed(signed: date, today: date) -> bool:
    """A deed is recorded once it has been signed; {signed} is still to come."""
    return signed <= today


@rule(AGREEMENT, field="signed")
def signed_while_a_member(signed: date, ceased: date | None) -> bool:
    """Nobody adheres to the agreement who has ceased to be a member, which was on {ceased}."""
    return ceased is None or signed < ceased


@rule(AGREEMENT)
def is_not_on_file(signed: date | None) -> bool:
    """This member's deed is on file already: it was signed on {signed}."""
    return signed is None
