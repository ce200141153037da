"""Whether those who decided had a seat, or were members, on the day."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.compliance.findings import NO_SEAT, WANTING, Finding, cited
from registry.compliance.held import Alone, Held
from registry.db import db
from registry.meetings.voices import is_of_members
from registry.members.models import Member
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.seats.models import Seat
from registry.wording import day as in_words

BY_DIRECTORS, BY_MEMBERS = "Model Articles, art. 7(1)", "Companies Act 2006, s.284"


def out_of_their_term(held: Held) -> Iterator[Finding]:
    """Whoever took part in what was carried, moved it or was in the chair, and had gone by then or had yet to come."""
    general, on = is_of_members(held.meeting), held.meeting.on
    entitled = _entitled(held)
    took_part = {person for decision in held.carried for person in held.took_part_in(decision)} - entitled
    acted = {person: how for person, how in _acted(held) if person not in entitled}
    once = _once_members(on) if took_part | acted.keys() and general else _once_seated(_seats(held), on)
    names = {person.ref: person.name_on(on) for person in _people(held)}
    for person in sorted((took_part | acted.keys()) & once.keys(), key=lambda ref: names[ref]):
        decisions = [each for each in held.carried if person in held.took_part_in(each) or each.mover_ref == person]
        how = acted.get(person, f"took part in {cited(decisions)}")
        authority = BY_MEMBERS if general else BY_DIRECTORS
        yield Finding(NO_SEAT, WANTING, f"{names[person]} {how}: {once[person]}.", authority, decisions or held.carried)


def moved_out_of_term(alone: Alone) -> Iterator[Finding]:
    """The same of whoever moved what was decided without a meeting."""
    decision = alone.decision
    seated = {ref for line in alone.seats for ref in line["people"]}
    once = _once_seated(alone.books.seats.get(decision.body_ref, ()), decision.on)
    if decision.mover is not None and decision.mover.ref in once.keys() - seated:
        sentence = f"{decision.mover.name_on(decision.on)} moved {decision.number}: {once[decision.mover.ref]}."
        yield Finding(NO_SEAT, WANTING, sentence, BY_DIRECTORS, [decision])


def _people(held: Held) -> Iterator[Person]:
    """Everybody on record as having come, been in the chair or moved something."""
    yield from (each.person for each in held.meeting.attendances)
    yield from (each.person for each in held.meeting.chairings)
    yield from (each.mover for each in held.decisions if each.mover)


def _entitled(held: Held) -> set[str]:
    """Those with a seat that day, with a vote or without, and whoever may come for them."""
    voices = {person for voice in held.counting.voices for person in (*voice.holders, *voice.others)}
    return voices | {person for line in held.seats for person in line["people"]}


def _acted(held: Held) -> Iterator[tuple[str, str]]:
    if held.carried:
        yield from ((each.person_ref, "was in the chair") for each in held.meeting.chairings)
    yield from ((str(each.mover_ref), f"moved {each.number}") for each in held.carried if each.mover_ref)


def _seats(held: Held) -> list[Seat]:
    return held.books.seats.get(held.meeting.body_ref, [])


def _once_seated(seats: list[Seat] | tuple[()], on: date) -> dict[str, str]:
    """Those who sat on a body, but not on a day: since when no longer, or from when, in words, by their refs."""
    found: dict[str, str] = {}
    turns = [(turn, seat) for seat in seats for turn in seat.turns() if not turn.holds(on)]
    for turn, seat in sorted(turns, key=lambda each: abs((each[0].since - on).days), reverse=True):
        if turn.until is not None and turn.until <= on:
            said = f"the appointment as {seat.title} had ended, and its last day was {in_words(turn.until - ONE_DAY)}"
        else:
            said = f"the appointment as {seat.title} began only on {in_words(turn.since)}"
        found[turn.appointment.person_ref] = said
    return found


def _once_members(on: date) -> dict[str, str]:
    wanted = select(Member).where((Member.ceased <= on) | (Member.entered > on)).options(selectinload(Member.holders))
    return {
        holder.person_ref: _membership(member, on) for member in db.session.scalars(wanted) for holder in member.holders
    }


def _membership(member: Member, on: date) -> str:
    if member.ceased is not None and member.ceased <= on:
        return f"no member since {in_words(member.ceased)} (folio {member.folio})"
    return f"a member only since {in_words(member.entered)} (folio {member.folio})"
