"""From when a notice has effect, and what the register says of it: reckoned from the meetings of the directors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from registry.disclosures.models import InterestNotice
from registry.wording import counted
from registry.wording import day as in_words

NOT_CALLED = "which has not been called"
ONLY_DIRECTOR = "the only director: no declaration was needed (s.186)"


class Held(Protocol):
    """As much of a meeting as is reckoned with."""

    on: date


@dataclass(frozen=True)
class Effect:
    """What is said of a notice on a day; `effective` is the first day on which it had effect, if it has.

    `awaits` is the day of the meeting at which it is still to be brought up; `missed`, that of the one at which it
    was not.
    """

    words: str
    effective: date | None = None
    awaits: date | None = None
    missed: date | None = None


def following(since: date, meetings: Sequence[Held]) -> date | None:
    """The day of the next meeting after a day; None, if none has been called."""
    return min((each.on for each in meetings if each.on > since), default=None)


def effect_of(notice: InterestNotice, meetings: Sequence[Held], day: date) -> Effect:
    """What a notice given by a day comes to on it."""
    told = _general(notice, meetings, day) if notice.is_general else _written(notice, meetings, day)
    if notice.last_day is None or notice.holds(day):
        return told
    return Effect(f"{told.words}; ended on {in_words(notice.last_day)}", told.effective)


def _general(notice: InterestNotice, meetings: Sequence[Held], day: date) -> Effect:
    if notice.given_at is not None:
        on = notice.given_at.on
        return Effect(f"given at the meeting of the board on {in_words(on)}, and in effect from that day", on)
    if notice.read_at is not None and notice.read_at.on <= day:
        on = notice.read_at.on
        return Effect(f"read at the meeting of the board on {in_words(on)}, and in effect from that day", on)
    after = following(notice.since, meetings)
    if after is None:
        return Effect(f"given, to be read at the next meeting of the board, {NOT_CALLED}")
    if day <= after:
        return Effect(f"given, to be read at the next meeting of the board on {in_words(after)}", awaits=after)
    words = f"not read at the next meeting of the board, on {in_words(after)}: without effect (s.185(4))"
    return Effect(words, missed=after)


def _written(notice: InterestNotice, meetings: Sequence[Held], day: date) -> Effect:
    if notice.read_at is not None and notice.read_at.on <= day:
        return Effect(f"part of the meeting of the board on {in_words(notice.read_at.on)}, and noted", notice.since)
    after = following(notice.since, meetings)
    where = NOT_CALLED if after is None else f"on {in_words(after)}"
    words = f"given, and part of the next meeting of the board, {where} (s.184(5))"
    if after is None or day <= after:
        return Effect(words, notice.since, awaits=after)
    return Effect(words, notice.since, missed=after)


def duty_under(declared: date, entered: date | None) -> str:
    """The section under which an interest is declared: before the company enters into a transaction, or after."""
    if entered is None or declared <= entered:
        return "s.177: a proposed transaction"
    return f"s.182: a transaction entered into on {in_words(entered)}"


def lateness(declared: date, entered: date | None, arose: date | None, *, directed: bool) -> str:
    """In words, if it was declared after the company had entered into it.

    Of whoever was no director then (`directed` says who was), or had no interest until later, it is not late.
    """
    if entered is None or declared <= entered or not directed or (arose is not None and entered < arose):
        return ""
    days = counted((declared - entered).days, "day")
    return f"late: {days} after the company entered into it (s.177(4))"
