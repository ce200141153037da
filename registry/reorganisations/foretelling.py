"""What a reorganisation would change: found by doing it, looking, and undoing it all."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from registry import ledger
from registry.allotments.entitlements import entitlements_on
from registry.control.queries import test_on
from registry.db import db
from registry.nominees.queries import beneficial_on
from registry.practices.models import Practice
from registry.practices.queries import became
from registry.reorganisations.tables import out_of_step_on
from registry.seats.models import Seat
from registry.structure.groupings import groupings_on
from registry.structure.models import GROUPINGS
from registry.structure.queries import bodies_on
from registry.wording import counted

Line = dict[str, Any]
Registers = dict[tuple[str, str], str]
"""By register and what is told of there, what the register says of it."""

NOTHING = "–"
PRACTICES, SIZES, BRANCHES, BODIES = "Practices", "List sizes", "Branches", "Structure"
SEATS, SHARES, ENTITLEMENT = "Seats", "Shares and votes", "Entitlement to shares"
CONTROL, TERMS = "Significant control", "Terms of reference"


def comes_to(act: Callable[[], Any], day: date) -> list[Line]:
    """What the registers of a day would say otherwise once it was done; raises Breach if it may not be done."""
    before = registers_on(day)
    with ledger.rehearsal():
        act()
        after = registers_on(day)
    return [
        {"register": register, "of": of, "before": before.get((register, of), NOTHING), "after": said}
        for (register, of), said in sorted(_both(before, after), key=lambda told: _place(*told[0]))
        if before.get((register, of), NOTHING) != said
    ]


def _both(before: Registers, after: Registers) -> Iterator[tuple[tuple[str, str], str]]:
    for told in before.keys() | after.keys():
        yield told, after.get(told, NOTHING)


def _place(register: str, of: str) -> tuple[int, str]:
    order = (PRACTICES, BRANCHES, SIZES, *GROUPINGS, BODIES, SEATS, SHARES, ENTITLEMENT, CONTROL, TERMS)
    return order.index(register), of.casefold()


def registers_on(day: date) -> Registers:
    """All that a reorganisation may touch, as the registers say it of a day."""
    return {
        **dict(_practices(day)),
        **dict(_groupings(day)),
        **{(BODIES, f"{line['name']} ({line['kind']})"): _body(line) for line in _bodies(day)},
        **dict(_seats(day)),
        **{(SHARES, _holder(line)): _benefit(line) for line in beneficial_on(day)},
        **{(ENTITLEMENT, _holder(line)): _entitled(line) for line in _entitlements(day)},
        **{(CONTROL, _holder(line)): f"{line['shares']} of the shares" for line in test_on(day) if line["standing"]},
        **{(TERMS, f"{line['body']}: {line['terms']}"): line["sentence"] for line in out_of_step_on(day)},
    }


def _practices(day: date) -> Iterator[tuple[tuple[str, str], str]]:
    return (
        (told, said)
        for practice in db.session.scalars(select(Practice))
        if not practice.never_opened
        for told, said in _practice(practice, f"{practice.code} {practice.name_on(day)}", day)
    )


def _practice(practice: Practice, name: str, day: date) -> Iterator[tuple[tuple[str, str], str]]:
    if practice.opened is None or practice.opened <= day:
        yield (PRACTICES, name), became(practice, day) or ("Open." if practice.is_open(day) else "Closed.")
    if (patients := practice.patients_on(day)) is not None and practice.is_open(day):
        yield (SIZES, name), counted(patients, "patient")
    if branches := [f"{each.code} {each.name}".strip() for each in practice.branches if each.holds(day)]:
        yield (BRANCHES, name), "; ".join(branches)


def _groupings(day: date) -> Iterator[tuple[tuple[str, str], str]]:
    for line in groupings_on(day):
        for kind in GROUPINGS:
            if line[kind.lower()]:
                yield (kind, f"{line['code']} {line['name']}"), line[kind.lower()]


def _bodies(day: date) -> list[Line]:
    return [line for line in bodies_on(day) if line["kind"] in GROUPINGS]


def _seats(day: date) -> Iterator[tuple[tuple[str, str], str]]:
    """The seats that speak for a grouping of practices, and whether there still is one to speak for."""
    for seat in db.session.scalars(select(Seat).where(Seat.holding(day), Seat.constituency_ref.is_not(None))):
        assert seat.constituency is not None
        appointment = seat.appointment(day)
        holder = appointment.person.name_on(day) if appointment else "vacant"
        ended = "" if seat.constituency.holds(day) else ", which has ended"
        yield (SEATS, seat.called), f"{holder}; speaks for {seat.constituency.name}{ended}"


def _entitlements(day: date) -> list[Line]:
    return [line | {"name": line["practice"]} for line in entitlements_on(day, day) if line["entitlement"] is not None]


def _entitled(line: Line) -> str:
    return f"{counted(line['entitlement'], 'share')}, {line['issued']:,} issued"


def _holder(line: Line) -> str:
    """A practice with its code, since two may be of one name; or a holder for none."""
    return f"{line['code']} {line['name']}" if line["code"] else line["name"]


def _body(line: Line) -> str:
    patients = "" if line["patients"] is None else f", {counted(line['patients'], 'patient')}"
    return f"{counted(line['practices'], 'practice')}{patients}"


def _benefit(line: Line) -> str:
    shares = "; ".join(f"{count:,} {name}" for name, count in sorted(line["shares"].items()))
    folios = ", ".join(map(str, line["folios"]))
    return f"{shares or 'No shares'}, {counted(line['votes'], 'vote')} on a poll, folio {folios}"
