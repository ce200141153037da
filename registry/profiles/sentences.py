"""What a profile says in words, with how much of it is not known, and how it differs from what the registers count."""

from collections.abc import Callable
from datetime import date

from registry.profiles.models import NOT_KNOWN
from registry.profiles.staffing import Total, as_full_time
from registry.wording import counted, day


def in_role(headcount: int | None, full_time_hundredths: int | None) -> str:
    """How many work in a role, in the words of a table's cell: 4 (3.5 FTE)."""
    told = as_full_time(full_time_hundredths)
    if headcount is None:
        return f"{told} FTE" if told else NOT_KNOWN
    return f"{headcount:,} ({told} FTE)" if told else f"{headcount:,}"


def in_all(total: Total, shown: Callable[[int], str | None] = "{:,}".format) -> str:
    """12 in 7 roles; 3 roles not known."""
    if not total.roles:
        return NOT_KNOWN
    return f"{shown(total.number)} in {counted(total.roles, 'role')}{_but(total)}"


def _but(total: Total) -> str:
    return f"; {counted(total.not_known, 'role')} not known" if total.not_known else ""


def total_compared(stated: int | None, total: Total) -> str:
    """The total that a practice states beside what its roles come to."""
    if stated is None:
        return ""
    if not total.roles:
        return "No role is known to compare it with"
    return f"{_difference(stated, total.number)} {in_all(total)}"


def patients_compared(told: int | None, patients: int | None, counted_on: date | None) -> str:
    """The patients that a practice tells of beside the latest count by then."""
    if told is None:
        return ""
    if patients is None:
        return "No count by that day to compare it with"
    return f"{_difference(told, patients)} {patients:,} counted on {day(counted_on)}"


def _difference(told: int, found: int) -> str:
    if told == found:
        return "The same as the"
    return f"{abs(told - found):,} {'more' if told > found else 'fewer'} than the"


def rated_as(rating: str, rated: date | None) -> str:
    return f"{rating}, {day(rated)}" if rated else rating


def premises(building: str, tenure: str) -> str:
    """A building and whose it is: Health centre, leased."""
    told = [building, *([] if tenure == NOT_KNOWN else [tenure])]
    return "; ".join(filter(None, told)) or NOT_KNOWN
