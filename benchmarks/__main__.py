"""Measure, and say beside each figure what it is held against."""

import platform
import sqlite3
from collections.abc import Callable
from statistics import median
from time import perf_counter

from sqlalchemy import select

from benchmarks import packs, register, search
from benchmarks.books import PlainClass, books, reword
from registry import clock
from registry.accounts.caller import HOUSE
from registry.db import db
from registry.ledger import known, verify
from registry.members.models import ShareClass

RUNS = 5
DOCUMENTS = 1_000
CHANGES = 1_000


def seconds(does: Callable[[], object]) -> float:
    """The median of several runs."""
    times = []
    for _ in range(RUNS):
        began = perf_counter()
        does()
        times.append(perf_counter() - began)
    return median(times)


def change_plain() -> None:
    row = db.session.scalars(select(PlainClass)).first()
    for number in range(CHANGES):
        row.rights = f"Rights {number} {perf_counter()}"
        db.session.commit()


def change_documents() -> None:
    share_class = db.session.scalars(select(ShareClass)).first()
    for number in range(CHANGES):
        reword(share_class, rights=f"Rights {number} {perf_counter()}", by=HOUSE)


def read() -> int:
    db.session.expire_all()
    return len([(each.name, each.rights) for each in db.session.scalars(select(ShareClass))])


def read_as_known(instant: object) -> int:
    with known(instant):  # type: ignore[arg-type]
        return read()


def main() -> None:
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.machine()}; medians of {RUNS}"
    )
    with books(DOCUMENTS):
        plain, ledger = seconds(change_plain), seconds(change_documents)
        print(f"one-change commit, ledger ÷ plain: {ledger / plain:.2f} ({ledger / CHANGES * 1e6:.0f} µs; at most 1.8)")
        instant = clock.now()
        began = perf_counter()
        read_as_known(instant)
        print(f"{DOCUMENTS} documents as known, cold: {(perf_counter() - began) * 1000:.0f} ms (about 150)")
        live, then = seconds(read), seconds(lambda: read_as_known(instant))
        print(f"the same warm ÷ live: {then / live:.2f} ({then * 1000:.0f} ms; at most 3)")
        entries = DOCUMENTS + RUNS * CHANGES
        print(f"verify {entries} entries and {DOCUMENTS} documents: {seconds(verify):.2f} s")
    with books(0):
        register.measure()
    with books(0):
        search.measure()
    packs.report(seconds)


main()
