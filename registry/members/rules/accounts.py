from collections.abc import Sequence
from datetime import date
from typing import Any

from registry.deadlines import months_from
from registry.law import rule
from registry.periods import ONE_DAY

ENTRY = "Companies Act 2006, s.112(2)"
REGISTER = "Companies Act 2006, s.113(2)"
JOINT_HOLDERS = "Companies Act 2006, s.113(5)"
OLD_PARTICULARS = "Economic Crime and Corporate Transparency Act 2023, s.46"
REMOVAL = "Companies Act 2006, s.121"
NO_TRUST = "Companies Act 2006, s.126; Model Articles, art. 23"
ORDER = "Companies Act 2006, s.286"

YEARS_KEPT = 10
TRUST_WORDS = ("in trust for", "on trust for", "as trustee", "trustee of", "trustee for", "nominee", "on behalf of")


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


@rule(REGISTER, field="entered")
def company_existed(entered: date, incorporated: date | None) -> bool:
    """The company was incorporated on {incorporated}, and had no members before."""
    return incorporated is None or entered >= incorporated


@rule(ENTRY, field="on")
def member_was_entered_by_then(entered: date, on: date) -> bool:
    """Membership runs from the day of entry, {entered}, and no shares are held before it."""
    return on >= entered


@rule(REGISTER, field="on")
def membership_has_not_ceased(ceased: date | None) -> bool:
    """This account closed on {ceased}, when its holder ceased to be a member; whoever returns is admitted again."""
    return ceased is None


@rule(NO_TRUST, field="address")
def no_trust_is_named(words: str) -> bool:
    """No notice of a trust may be entered on the register; for whom shares are held stands in the nominee schedule."""
    return not any(each in words.casefold() for each in TRUST_WORDS)


@rule(OLD_PARTICULARS, field="changed")
def change_has_happened(changed: date, today: date) -> bool:
    """The register says what is so; {changed} is still to come."""
    return changed <= today


@rule(OLD_PARTICULARS, field="changed")
def change_follows_the_one_before(changed: date, last: date) -> bool:
    """Changes are entered in their order; what stands on the register now has been so since {last}."""
    return changed >= last


@rule(OLD_PARTICULARS)
def something_changes(was: Any, now: Any) -> bool:
    """This is what the register says already."""
    return was != now


@rule(ORDER, field="holders")
def the_same_persons_hold(were: Sequence[Any], are: Sequence[Any]) -> bool:
    """Joint holders may be put in another order; shares come to somebody else only by a transfer."""
    return {person.ref for person in were} == {person.ref for person in are} and len(were) == len(are)


@rule("Model Articles, art. 27", field="person")
def is_one_of_the_holders(is_holder: bool) -> bool:
    """Only somebody who is among the holders of the account can be struck from it."""
    return is_holder


@rule("Model Articles, art. 27", field="person")
def another_holder_remains(holders: int) -> bool:
    """The shares of a sole holder who dies pass by transmission; survivorship is for joint holders."""
    return holders > 1


@rule("Model Articles, art. 27", field="changed")
def holder_had_died(died: date | None, changed: date) -> bool:
    """Survivors take from the day of a joint holder's death, which must be on record first and was {died}."""
    return died is not None and changed == died


@rule(REMOVAL)
def entry_may_be_removed(ceased: date | None, today: date) -> bool:
    """An entry may be removed from the register once ten years have passed since the member ceased to be one."""
    return ceased is not None and today >= removable_from(ceased)


@rule(REMOVAL)
def entry_stands(removed: date | None) -> bool:
    """This entry was removed from the register on {removed}."""
    return removed is None


def removable_from(ceased: date) -> date:
    """The first day after the ten years that run from the day on which somebody ceased to be a member."""
    return months_from(ceased, YEARS_KEPT * 12).due + ONE_DAY
