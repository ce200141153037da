"""What one entry means for the rest: an account whose last shares went is closed; a transfer has two sides."""

from datetime import date

from registry.members.models import CONVERSIONS, Member, Movement


def settle(member: Member) -> None:
    """Close an account that has no shares left, on the day the last of them went; open again one that has some."""
    if member.movements and member.held(date.max) == 0:
        member.ceased = max(movement.on for movement in member.movements)
    else:
        member.ceased = None


def sides_of(movement: Movement) -> list[Movement]:
    """Every entry of what an entry is part of: of both accounts, in a transfer; of both classes, in a conversion."""
    if movement.what in CONVERSIONS:
        return [each for each in movement.member.movements if _event(each) == _event(movement)]
    if movement.other is None:
        return [movement]
    return [movement, next(each for each in movement.other.movements if _mirrors(each, movement))]


def _event(movement: Movement) -> tuple[str, date, str]:
    return movement.what, movement.on, movement.reference


def _mirrors(theirs: Movement, ours: Movement) -> bool:
    """Whether an entry of the other account is of the same shares, on the same day, the other way."""
    return theirs.other_ref == ours.member_ref and _shares(theirs, 1) == _shares(ours, -1)


def _shares(movement: Movement, sign: int) -> tuple[object, ...]:
    shares = movement.share_class_ref, movement.first, movement.paid, sign * movement.shares
    return (*shares, movement.on, movement.reference)
