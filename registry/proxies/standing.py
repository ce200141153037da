"""Which of several appointments stand at a meeting, and why the others do not. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from registry.proxies.models import AGAINST, DISCRETION, FOR
from registry.wording import counted, instant


@dataclass(frozen=True)
class Appointed:
    """An appointment by one member: `rank` is the place among the holders of whoever signed it, from 1.

    `shares` is None where it is for all that are held.
    """

    ref: str
    rank: int
    lodged: datetime
    shares: int | None = None
    revoked: datetime | None = None


@dataclass(frozen=True)
class AtMeeting:
    """What decides whether a member’s appointments stand: when the meeting begins, by when they were to be lodged,
    whether she is a member that day, and how many shares she holds then.
    """

    begins: datetime
    deadline: datetime
    is_member: bool
    held: int


STANDS = ""


def standing(appointed: Sequence[Appointed], meeting: AtMeeting) -> dict[str, str]:
    """Each appointment by its ref, and why it does not stand: nothing where it does.

    Of joint holders, the one named first decides; else whichever came last does (CA 2006, s.286).
    """
    void = {each.ref: why for each in appointed if (why := why_void(each, meeting))}
    valid = sorted(
        (each for each in appointed if each.ref not in void), key=lambda each: (each.rank, -each.lodged.timestamp())
    )
    return void | _in_turn(valid, meeting.held)


def why_void(each: Appointed, meeting: AtMeeting) -> str:
    if not meeting.is_member:
        return "No longer a member on the day of the meeting (Companies Act 2006, s.324(1))"
    if each.lodged > meeting.deadline:
        late = f"Lodged on {instant(each.lodged)}, {how_late(each.lodged, meeting.deadline)} late"
        return f"{late} (Companies Act 2006, s.327)"
    if each.revoked is not None and each.revoked < meeting.begins:
        return f"Revoked on {instant(each.revoked)} (Model Articles, art. 46(3))"
    return STANDS


def how_late(lodged: datetime, deadline: datetime) -> str:
    """By the clock, in days, hours or minutes, as much as it is of the largest."""
    minutes = -(-(lodged - deadline).total_seconds() // 60)
    for size, word in ((1440, "day"), (60, "hour")):
        if minutes >= size:
            return counted(int(minutes // size), word)
    return counted(int(minutes), "minute")


def _in_turn(valid: Iterable[Appointed], held: int) -> dict[str, str]:
    """Each in the order in which it counts: none for shares that are spoken for already."""
    left, told = held, dict[str, str]()
    for each in valid:
        asked = held if each.shares is None else each.shares
        told[each.ref] = STANDS if asked <= left else "Replaced by another, for the same shares"
        left -= asked if asked <= left else 0
    return told


def hands(instructions: Iterable[str]) -> set[str]:
    """The votes of one proxy on a show of hands, given how each member who appointed her says to vote.

    She has one; but one each way, if told to vote for by some and against by others (CA 2006, s.285(1) and (2)).
    """
    told = set(instructions)
    return told & {FOR, AGAINST} or told


def told_in_words(instructions: Mapping[int, str]) -> str:
    """Item 1: for; item 2: against; otherwise as the proxy thinks fit."""
    told = [f"item {number}: {how}" for number, how in sorted(instructions.items())]
    words = "; ".join([*told, f"otherwise {DISCRETION}" if told else DISCRETION])
    return words[:1].upper() + words[1:]
