"""A member's account as the register tells it on a day: plain values, and nothing later than that day."""

from collections import Counter
from datetime import date
from typing import Any

from registry.members.models import TRANSFER_IN, TRANSFER_OUT, Member, Movement

Line = dict[str, Any]

EVENTS = {TRANSFER_IN: "Transfer from", TRANSFER_OUT: "Transfer to"}


def surname_first(member: Member, day: date) -> tuple[str, str, int]:
    """Where an account stands in the order of names (CA 2006, s.115)."""
    name = member.holders[0].person.borne_on(day)
    return name.surname.casefold(), name.forenames.casefold(), member.folio


def account_on(member: Member, day: date) -> Line:
    return line_of(member, day) | {"movements": movement_lines(member, day)}


def line_of(member: Member, day: date) -> Line:
    """Who the member is and what they hold; `ceased` only if that has happened by the day."""
    holdings = holdings_on(member, day)
    return {
        "ref": member.ref,
        "rev": member.rev,
        "folio": member.folio,
        "name": member.names_on(day),
        "holders": [holder.person.name_on(day) for holder in member.holders],
        "address": ", ".join(member.address.splitlines()),
        "entered": member.entered,
        "ceased": member.ceased if member.ceased and member.ceased <= day else None,
        "holdings": holdings,
        "shares": sum(holding["shares"] for holding in holdings),
        "classes": [f"{holding['shares']:,} {holding['share_class']}" for holding in holdings],
        "paid": sum(holding["paid"] for holding in holdings),
    }


def holdings_on(member: Member, day: date) -> list[Line]:
    """What is held of each class on a day, and what is paid on it, in pence."""
    shares: Counter[str] = Counter()
    paid: Counter[str] = Counter()
    for movement in _up_to(member, day):
        name = movement.share_class.name
        shares[name] += movement.shares
        paid[name] += movement.shares * movement.paid
    held = sorted(name for name in shares if shares[name])
    return [{"share_class": name, "shares": shares[name], "paid": paid[name]} for name in held]


def movement_lines(member: Member, day: date) -> list[Line]:
    """Every movement up to a day, with what was then held of the class."""
    balance: Counter[str] = Counter()
    lines = []
    for movement in _up_to(member, day):
        balance[movement.share_class_ref] += movement.shares
        lines.append(_movement_line(movement, balance[movement.share_class_ref]))
    return lines


def _up_to(member: Member, day: date) -> list[Movement]:
    """In the order they were entered; of one day, what came before what went."""
    moved = [movement for movement in member.movements if movement.on <= day]
    return sorted(moved, key=lambda movement: (movement.on, movement.shares < 0, movement.ref))


def _movement_line(movement: Movement, balance: int) -> Line:
    return {
        "ref": movement.ref,
        "on": movement.on,
        "event": _event(movement),
        "other": movement.other_ref,
        "share_class": movement.share_class.name,
        "acquired": max(movement.shares, 0) or None,
        "disposed": max(-movement.shares, 0) or None,
        "paid": movement.paid,
        "balance": balance,
        "instrument_received": movement.instrument_received,
    }


def _event(movement: Movement) -> str:
    if movement.other is None:
        return movement.what.capitalize()
    return f"{EVENTS[movement.what]} {movement.other.names_on(movement.on)}, folio {movement.other.folio}"
