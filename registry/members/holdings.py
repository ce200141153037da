"""Shares as lots, told apart by what is paid on them and by the numbers they bear. Pure: no books are asked."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, order=True)
class Lot:
    """Shares of one class on which the same is paid; `first` is the lowest of their numbers, in a numbered class."""

    first: int | None
    shares: int
    paid: int

    @property
    def last(self) -> int | None:
        return None if self.first is None else self.first + self.shares - 1

    def without(self, gone: "Lot") -> Iterator["Lot"]:
        """What is left of a numbered lot once a range of numbers is taken out of it."""
        assert self.first is not None and self.last is not None and gone.first is not None and gone.last is not None
        if self.last < gone.first or gone.last < self.first:
            yield self
            return
        if self.first < gone.first:
            yield replace(self, shares=gone.first - self.first)
        if gone.last < self.last:
            yield replace(self, first=gone.last + 1, shares=self.last - gone.last)


def in_order(movements: Iterable[Any]) -> list[Any]:
    """As they were entered; of one day, what came before what went."""
    return sorted(movements, key=lambda movement: (movement.on, movement.shares < 0, movement.ref))


def held(movements: Iterable[Any], on: date) -> list[Lot]:
    """What is held of one class at the end of a day: by number, and then by price."""
    numbered, plain = _told_apart(movement for movement in movements if movement.on <= on)
    lots = sorted(lot for _, lot in _runs(numbered))
    return [*lots, *(Lot(None, shares, paid) for paid, shares in _by_price(plain).items() if shares)]


def free(movements: Iterable[Any], on: date) -> list[Lot]:
    """What of one class may go on a day: held then, and not gone on any day since."""
    numbered, plain = _told_apart(movements)
    lots = held(numbered, on)
    for later in (movement for movement in numbered if movement.on > on and movement.shares < 0):
        lots = [left for lot in lots for left in lot.without(lot_of(later))]
    return [*lots, *_always_held(plain, on)]


def taken(lots: Iterable[Lot], shares: int, first: int | None = None) -> list[Lot]:
    """So many shares of some lots, in their order, from a number on if one is named; fewer, if there are fewer."""
    going = []
    for lot in from_number(lots, first):
        if lot_shares := min(lot.shares, shares):
            going.append(replace(lot, shares=lot_shares))
            shares -= lot_shares
    return going


def from_number(lots: Iterable[Lot], first: int | None) -> Iterator[Lot]:
    """Those shares of some lots whose numbers are not below one; all of them, if none is named."""
    for lot in lots:
        if first is None or lot.first is None or lot.first >= first:
            yield lot
        elif (lot.last or 0) >= first:
            yield replace(lot, first=first, shares=(lot.last or 0) - first + 1)


def is_in_credit(movements: Iterable[Any]) -> bool:
    """Whether nothing ever goes that was not there: on every day, at every price, under every number."""
    moved = list(movements)
    days = {movement.on for movement in moved}
    return all(_is_sound(movement for movement in moved if movement.on <= day) for day in days)


def lot_of(movement: Any) -> Lot:
    """The lot that came or went with a movement."""
    return Lot(movement.first, abs(movement.shares), movement.paid)


def _is_sound(movements: Iterable[Any]) -> bool:
    numbered, plain = _told_apart(movements)
    return all(times == 1 for times, _ in _runs(numbered)) and min(_by_price(plain).values(), default=0) >= 0


def _told_apart(movements: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """Those of shares that bear numbers, and those of shares that do not."""
    moved = in_order(movements)
    return [m for m in moved if m.first is not None], [m for m in moved if m.first is None]


def _runs(numbered: Iterable[Any]) -> Iterator[tuple[int, Lot]]:
    """Each run of numbers that came oftener than it went, and how many times oftener: once, if all is well."""
    steps: Counter[tuple[int, int]] = Counter()
    for movement in numbered:
        sign = 1 if movement.shares > 0 else -1
        steps[movement.paid, movement.first] += sign
        steps[movement.paid, movement.last + 1] -= sign
    times = 0
    for (paid, first), (_, end) in pairwise(sorted(edge for edge, step in steps.items() if step)):
        times += steps[paid, first]
        if times:
            yield times, Lot(first, end - first, paid)


def _by_price(plain: Iterable[Any]) -> Counter[int]:
    """How many shares are left at each price, the price of those that came first standing first."""
    shares: Counter[int] = Counter()
    for movement in plain:
        shares[movement.paid] += movement.shares
    return shares


def _always_held(plain: list[Any], on: date) -> Iterator[Lot]:
    """The fewest at each price at the end of a day and of every day since."""
    days = {on, *(movement.on for movement in plain if movement.on > on)}
    by_day = [_by_price(movement for movement in plain if movement.on <= day) for day in days]
    for paid in dict.fromkeys(movement.paid for movement in plain):
        if (least := min(shares[paid] for shares in by_day)) > 0:
            yield Lot(None, least, paid)
