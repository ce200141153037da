"""What a reorganisation would change: found by doing it, looking, and undoing it all."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from registry import ledger
from registry.control.queries import test_on
from registry.db import db
from registry.nominees.queries import beneficial_on
from registry.practices.models import Practice
from registry.practices.queries import became
from registry.reorganisations.tables import out_of_step_on
from registry.structure.groupings import groupings_on
from registry.structure.models import GROUPINGS
from registry.structure.queries import bodies_on
from registry.wording import counted

Line = dict[str, Any]
Registers = dict[tuple[str, str], str]
"""By register and what is told of there, what the register says of it."""

NOTHING = "–"
PRACTICES, SIZES, BRANCHES, BODIES = "Practices", "List sizes", "Branches", "Structure"
SHARES, CONTROL, TERMS = "Shares and votes", "Significant control", "Terms of reference"


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
    order = (PRACTICES, BRANCHES, SIZES, *GROUPINGS, BODIES, SHARES, CONTROL, TERMS)
    return order.index(register), of.casefold()


def registers_on(day: date) -> Registers:
    """All that a reorganisation may touch, as the registers say it of a day."""
    return {
        **dict(_practices(day)),
        **dict(_groupings(day)),
        **{(BODIES, line["name"]): _body(line) for line in bodies_on(day) if line["kind"] in GROUPINGS},
        **{(SHARES, line["name"]): _benefit(line) for line in beneficial_on(day)},
        **{(CONTROL, line["name"]): f"{line['shares']} of the shares" for line in test_on(day) if line["standing"]},
        **{(TERMS, line["terms"]): line["sentence"] for line in out_of_step_on(day)},
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


def _body(line: Line) -> str:
    patients = "" if line["patients"] is None else f", {counted(line['patients'], 'patient')}"
    return f"{counted(line['practices'], 'practice')}{patients}"


def _benefit(line: Line) -> str:
    shares = "; ".join(f"{count:,} {name}" for name, count in sorted(line["shares"].items()))
    folios = ", ".join(map(str, line["folios"]))
    return f"{shares or 'No shares'}, {counted(line['votes'], 'vote')} on a poll, folio {folios}"
