"""For whom shares are held once they have passed: entered in the nominee schedule, and nowhere on the register."""

from datetime import date

from registry.ledger.acts import Actor
from registry.members.models import Member
from registry.nominees import commands as nominees
from registry.nominees.models import Nomination
from registry.nominees.standing import nominations_on
from registry.practices.models import Practice


def hold_for(practice: Practice, to: Member, shares: int, *, since: date, by: Actor) -> None:
    """Note that so many shares which came to an account are held for a practice, beside what it held before."""
    present = nominations_on(to, since)
    before = to.held(since) - shares
    if (same := next((each for each in present if each.practice_ref == practice.ref), None)) is not None:
        _add_to(same, shares, by)
        return
    for each in present:
        if each.shares is None:
            nominees.apportion(each, shares=before, by=by)
    nominees.nominate(to, practice=practice, since=since, shares=shares if before else None, by=by)


def _add_to(nomination: Nomination, shares: int, by: Actor) -> None:
    """One that is of the whole account has these among it already."""
    if nomination.shares is not None:
        nominees.apportion(nomination, shares=nomination.shares + shares, by=by)
