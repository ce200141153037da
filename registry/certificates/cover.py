"""Which of an account's shares have a certificate, and which certificates say more than is so. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from registry.members.holdings import Lot, taken


@dataclass(frozen=True)
class Cover:
    """Of one class on one account: certificates that are no longer true, and shares that have none."""

    untrue: list[Any]
    wanting: list[Lot]

    @property
    def shares_wanting(self) -> int:
        return sum(lot.shares for lot in self.wanting)


def cover(held: Sequence[Lot], certificates: Iterable[Any]) -> Cover:
    """What is held against the live certificates, in the order of their numbers.

    Of shares without numbers, an earlier certificate stands before a later one.
    """
    numbered = [lot for lot in held if lot.first is not None]
    plain = [lot for lot in held if lot.first is None]
    certificates = sorted(certificates, key=lambda each: (each.place, each.ref))
    of_numbers = [each for each in certificates if each.ranges]
    of_plain = [each for each in certificates if not each.ranges]
    untrue, wanting = _by_number(numbered, of_numbers)
    more_untrue, left = _by_count(sum(lot.shares for lot in plain), of_plain)
    return Cover([*untrue, *more_untrue], [*wanting, *taken(_last(plain, left), left)])


def _by_number(held: list[Lot], certificates: list[Any]) -> tuple[list[Any], list[Lot]]:
    untrue, wanting = [], held
    for certificate in certificates:
        lots = [Lot(each.first, each.last - each.first + 1, 0) for each in certificate.ranges]
        left = wanting
        for lot in lots:
            left = [rest for each in left for rest in each.without(lot)]
        if _count(wanting) - _count(left) == _count(lots):
            wanting = left
        else:
            untrue.append(certificate)
    return untrue, wanting


def _by_count(held: int, certificates: list[Any]) -> tuple[list[Any], int]:
    untrue = []
    for certificate in certificates:
        if certificate.shares <= held:
            held -= certificate.shares
        else:
            untrue.append(certificate)
    return untrue, held


def _last(lots: list[Lot], shares: int) -> list[Lot]:
    """The lots that came last, as many as make up so many shares."""
    found: list[Lot] = []
    for lot in reversed(lots):
        if _count(found) < shares:
            found.append(lot)
    return found


def _count(lots: Iterable[Lot]) -> int:
    return sum(lot.shares for lot in lots)
