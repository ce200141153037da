"""A member's account as the register tells it on a day: plain values, and nothing later than that day."""

from collections import Counter
from datetime import date
from typing import Any

from registry.members import holdings
from registry.members.models import ADDRESS, HOLDERS, Member, Movement, Note

Line = dict[str, Any]

EVENTS = {
    "transfer in": "Transfer from",
    "transfer out": "Transfer to",
    "transmission in": "Transmission from",
    "transmission out": "Transmission to",
}
NOTED = {ADDRESS: "Address changed; it was {was}", HOLDERS: "Holders changed; they were {was}"}


def account_on(member: Member, day: date) -> Line:
    return line_of(member, day) | {"movements": movement_lines(member, day), "notes": note_lines(member, day)}


def line_of(member: Member, day: date) -> Line:
    """Who the member is and what they hold."""
    return particulars_of(member, day) | in_sum(holdings_on(member, day))


def in_sum(held: list[Line]) -> Line:
    """What is held of each class, and what it comes to."""
    return {
        "holdings": held,
        "shares": sum(each["shares"] for each in held),
        "classes": [f"{each['shares']:,} {each['share_class']}" for each in held],
        "paid": sum(each["paid"] for each in held),
    }


def particulars_of(member: Member, day: date) -> Line:
    """Who the member is; `ceased` only if that has happened by the day."""
    return {
        "ref": member.ref,
        "rev": member.rev,
        "folio": member.folio,
        "name": member.names_on(day),
        "holders": [holder.person.name_on(day) for holder in member.holders_on(day)],
        "address": ", ".join(member.address_on(day).splitlines()),
        "entered": member.entered,
        "dates": member.dates,
        "ceased": member.ceased if member.ceased and member.ceased <= day else None,
    }


def holdings_on(member: Member, day: date) -> list[Line]:
    """What is held of each class on a day: how many, under which numbers, and what is paid on it, in pence."""
    lines = []
    for share_class in sorted({m.share_class for m in member.movements}, key=lambda share_class: share_class.name):
        lots = holdings.held(member.of_class(share_class), day)
        if shares := sum(lot.shares for lot in lots):
            paid = sum(lot.shares * lot.paid for lot in lots)
            lines.append({"share_class": share_class.name, "shares": shares, "numbers": numbers(lots), "paid": paid})
    return lines


def numbers(lots: list[holdings.Lot]) -> str:
    """1–50, 60; nothing, where shares bear no numbers."""
    return ", ".join(_range(lot.first, lot.last) for lot in lots if lot.first is not None)


def movement_lines(member: Member, day: date) -> list[Line]:
    """Every movement up to a day, with what was then held of the class."""
    balance: Counter[str] = Counter()
    lines = []
    for movement in holdings.in_order(m for m in member.movements if m.on <= day):
        balance[movement.share_class_ref] += movement.shares
        lines.append(_movement_line(movement, balance[movement.share_class_ref], day))
    return lines


def _movement_line(movement: Movement, balance: int, day: date) -> Line:
    other = movement.other if movement.other and movement.other.is_shown(day) else None
    return {
        "ref": movement.ref,
        "on": movement.on,
        "dates": movement.dates,
        "event": _event(movement),
        "other": other and other.ref,
        "reference": movement.reference,
        "share_class": movement.share_class.name,
        "acquired": max(movement.shares, 0) or None,
        "disposed": max(-movement.shares, 0) or None,
        "numbers": _range(movement.first, movement.last),
        "paid": movement.paid,
        "balance": balance,
        "instrument_received": movement.instrument_received,
    }


def _range(first: int | None, last: int | None) -> str:
    if first is None:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def _event(movement: Movement) -> str:
    if movement.other is None:
        return movement.what.capitalize()
    return f"{EVENTS[movement.what]} {movement.other.names_on(movement.on)}, folio {movement.other.folio}"


def note_lines(member: Member, day: date) -> list[Line]:
    """What the register said before of this account, with when that changed and when the change was entered.

    Names a holder has borne are among it: they are particulars of the register too.
    """
    noted = [_note_line(note) for note in member.notes if note.changed <= day] + list(_former_names(member, day))
    return sorted(noted, key=lambda line: (line["changed"], line["entered"] or line["changed"]))


def _note_line(note: Note) -> Line:
    said = NOTED.get(note.what, "Put right; the register had said: {was}")
    was = ", ".join(note.was.splitlines())
    return {"note": said.format(was=was), "changed": note.changed, "entered": note.entered, "authority": note.authority}


def _former_names(member: Member, day: date) -> list[Line]:
    persons = {holder.person.ref: holder.person for holder in member.holders}
    return [
        {
            "note": f"Name changed; it was {before.in_full}",
            "changed": name.since,
            "entered": name.entered,
            "authority": "",
        }
        for person in persons.values()
        for before, name in zip(person.names, person.names[1:], strict=False)
        if member.entered < name.since <= day
    ]
