"""What even an old register must keep to, to be one: what it lacks besides is shown, and not refused."""

from collections.abc import Sequence
from datetime import date

from registry.law import rule
from registry.members.models import BROUGHT_FORWARD, CONVERSIONS, ENDINGS, ISSUES
from registry.members.rules.accounts import REGISTER
from registry.members.rules.shares import HOLDINGS, NUMBERS

ONLY_CAME = (*ISSUES, BROUGHT_FORWARD)


@rule(REGISTER, field="folio")
def folio_is_free(folio: int, taken: bool) -> bool:
    """An account’s folio is never used again, and there is an account of folio {folio}."""
    return not taken


@rule(REGISTER, field="ceased")
def ceased_after_it_began(entered: date, ceased: date | None) -> bool:
    """The first day no longer a member comes after the day of entry, {entered}."""
    return ceased is None or ceased > entered


@rule(REGISTER, field="holders")
def holders_have_no_other_account_then(folio: int | None) -> bool:
    """These holders have another account, folio {folio}, for some of that time; they have one at a time."""
    return folio is None


@rule(HOLDINGS, field="on")
def was_a_member_until_then(folio: int, ceased: date | None, on: date) -> bool:
    """Folio {folio} was closed on {ceased}, and nothing comes or goes after that."""
    return ceased is None or on <= ceased


@rule(HOLDINGS, field="what")
def sides_are_those_of_the_event(what: str, goes: bool, comes: bool) -> bool:
    """A line of “{what}” names the accounts that it is about: shares that are issued come into one, those that end go
    out of one, those that become others do one or the other, and all else passes from one to another."""
    if what in ONLY_CAME:
        return comes and not goes
    if what in ENDINGS:
        return goes and not comes
    return goes != comes if what in CONVERSIONS else goes and comes


@rule(NUMBERS, field="first")
def numbers_are_given_once(given: Sequence[int]) -> bool:
    """A share’s number is never given to another, and of these the old register has given already: {given}."""
    return not given
