"""Who signs for a member: whoever held on the day of the instrument, as long as they lived."""

from datetime import date

from registry.members.models import Member


def died_by(member: Member, signed: date) -> date | None:
    """The day of death of a holder of that day who had died before it; None if all who held were living."""
    deaths = (holder.person.died for holder in member.holders_on(signed))
    return min((died for died in deaths if died is not None and died < signed), default=None)
