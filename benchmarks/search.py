"""A search by words, measured on 100,000 passages against looking through all of them."""

from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from time import perf_counter

from sqlalchemy import insert, select

from registry import index
from registry.accounts.caller import Caller
from registry.accounts.permissions import SECRETARY
from registry.clock import new_ref
from registry.db import db
from registry.index.models import IndexedPassage
from registry.index.seeking import MOST_LOOKED_AT

PASSAGES, AT_A_TIME = 100_000, 5_000
RUNS = 5
DAY = date(2026, 5, 14)
RARE, COMMON = "peregrine lease", "board"
EVERY_RARE = 2_000
TOPICS = ("rota", "vaccine", "premises", "pharmacy", "referral", "budget", "transport", "audit", "recruitment", "rent")


def measure() -> None:
    """Fill the index with decisions, and seek in it as a secretary would."""
    _fill()
    reader = Caller(new_ref(), "Measurer", ((SECRETARY, None),))
    print(f"{PASSAGES:,} passages")
    for what, words in (("a rare phrase", RARE), ("a word in all of them", COMMON)):
        found = len(index.seek(index.Wanted(words, DAY), reader).hits)
        asked = _seconds(lambda words=words: index.seek(index.Wanted(words, DAY), reader))  # type: ignore[misc]
        looked = _seconds(lambda words=words: _look_through(words))  # type: ignore[misc]
        times = f"{asked * 1000:.1f} ms against {looked * 1000:.0f} ms"
        print(f"{what}, index ÷ looking through: {asked / looked:.3f} ({times}; {found:,} found)")


def _fill() -> None:
    for first in range(0, PASSAGES, AT_A_TIME):
        lines = [_passage(number) for number in range(first, first + AT_A_TIME)]
        db.session.execute(insert(IndexedPassage.__table__), lines)  # type: ignore[arg-type]
    db.session.commit()


def _passage(number: int) -> dict[str, object]:
    ref, on = new_ref(), DAY - timedelta(days=number % 3_000)
    topics = " and the ".join(TOPICS[(number * step) % len(TOPICS)] for step in (1, 3, 7))
    rare = " and the peregrine’s lease" if number % EVERY_RARE == 0 else ""
    words = f"RESOLVED that the board approves the {topics} of practice {number}{rare}, as it was put to the meeting."
    where = {"document_ref": ref, "part_ref": None, "number": None, "body_ref": None, "over": None}
    days = {"on": on, "since": on, "until": None}
    title = f"B/{on.year % 100}/{number}"
    return {"kind": "Decision", "title": title, "words": words, "closed": False, "digest": ref, **where, **days}


def _look_through(words: str) -> list[str]:
    has_all = (IndexedPassage.words.icontains(word, autoescape=True) for word in words.split())
    asked = select(IndexedPassage.title).where(*has_all, IndexedPassage.since <= DAY).order_by(IndexedPassage.on.desc())
    return list(db.session.scalars(asked.limit(MOST_LOOKED_AT)))


def _seconds(does: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        began = perf_counter()
        does()
        times.append(perf_counter() - began)
    return median(times)
