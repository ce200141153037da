"""Whether anybody decided who had an interest that was not declared, or was declared only afterwards."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from registry.compliance.findings import DECLARED_LATE, LOOK, UNDECLARED, WANTING, Finding, cited
from registry.compliance.held import Held
from registry.conflicts.finding import Found, Pair, found_at
from registry.conflicts.matching import CERTAIN, INTEREST, LIKELY, Match
from registry.conflicts.queries import conflicts_at, kept_at
from registry.conflicts.reading import Reader
from registry.db import db
from registry.decisions.models import Decision
from registry.interests.models import Interest
from registry.interests.rules import GUIDANCE, days_late
from registry.meetings.voices import is_of_members
from registry.structure.models import BOARD
from registry.wording import day as in_words

BY_DIRECTORS = "Companies Act 2006, s.177(1)"
NOBODY_PRIVATE = Reader(lambda _: False, lambda _: ())
"""The replay tells nobody what is kept private; what is restricted it leaves out item by item."""


def interests(held: Held, day: date) -> Iterator[Finding]:
    """Members in general meeting vote in their own interest: of those nothing is looked for."""
    if is_of_members(held.meeting) or not held.carried or not held.meeting.attendance_is_recorded:
        return
    deciding = _deciding(held)
    found = found_at(held.meeting, held.seats) if deciding else {}
    undeclared = list(_undeclared(held, day, deciding, found))
    yield from (finding for _, finding in undeclared)
    yield from _declared_late(held, {person for person, _ in undeclared})


def _deciding(held: Held) -> dict[Pair, list[Decision]]:
    """What was carried at each item, with each person who took part in it."""
    deciding: dict[Pair, list[Decision]] = {}
    for decision in held.carried:
        for person in held.took_part_in(decision) if decision.item_ref else ():
            deciding.setdefault((str(decision.item_ref), person), []).append(decision)
    return deciding


def _undeclared(
    held: Held, day: date, deciding: dict[Pair, list[Decision]], found: Found
) -> Iterator[tuple[str, Finding]]:
    """Of whoever took part, what is surely or likely an interest, and was not declared, ruled upon or dismissed."""
    sure = {pair for pair in deciding if any(each.grade in (CERTAIN, LIKELY) for each in found.get(pair, ()))}
    kept = kept_at(held.meeting) if sure else {}
    if not sure - {pair for pair, conflict in kept.items() if conflict.treatment}:
        return
    for line in conflicts_at(held.meeting, day, NOBODY_PRIVATE):
        pair = line["item_ref"], line["person_ref"]
        is_ruled = pair in kept and bool(kept[pair].treatment)
        if pair in sure and not (line["declared"] or line["dismissed"] or is_ruled):
            later = _declared_later(found.get(pair, ()), held.meeting.on)
            sentence = f"Item {line['number']}: {line['name']} took part in {cited(deciding[pair])}, and declared no "
            sentence += f"interest at the meeting, though the registers tell of one: {_told(line)}{later}."
            authority = BY_DIRECTORS if held.meeting.body.kind == BOARD else GUIDANCE
            yield pair[1], Finding(UNDECLARED, WANTING, sentence, authority, deciding[pair], pair[0])


def _told(line: dict[str, Any]) -> str:
    return "; ".join(line["reasons"])


def _declared_later(matches: Iterable[Match], on: date) -> str:
    """When it was declared, if that was only after the meeting."""
    refs = {match.tie.source_ref for match in matches if match.tie.source == INTEREST}
    days = [each.declared_on for ref in refs if (each := db.session.get(Interest, ref)) and each.declared_on > on]
    return f"; it was declared only on {in_words(min(days))}" if days else ""


def _declared_late(held: Held, told: set[str]) -> Iterator[Finding]:
    """Whoever took part while an interest had arisen that was declared only after, and too late: to be looked at."""
    on = held.meeting.on
    for interest in held.books.late:
        taken = [each for each in held.carried if interest.person_ref in held.took_part_in(each)]
        if interest.since <= on < interest.declared_on and taken and interest.person_ref not in told:
            yield Finding(DECLARED_LATE, LOOK, _late(held, interest, taken), GUIDANCE, taken)


def _late(held: Held, interest: Interest, taken: list[Decision]) -> str:
    is_open = interest.is_open and interest.ref not in held.books.kept_private
    what = f"in {interest.organisation}" if is_open else "that is kept private"
    late = days_late(interest.since, interest.declared_on)
    decided = cited(taken) if len(taken) == 1 else f"{len(taken)} decisions"
    return (
        f"{interest.person.name_on(held.meeting.on)} took part in {decided}; an interest {what} that arose on "
        f"{in_words(interest.since)} was declared only on {in_words(interest.declared_on)}, {late} days after. Look "
        "whether it bore on that."
    )
