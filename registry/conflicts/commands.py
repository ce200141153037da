from collections.abc import Sequence

from sqlalchemy import select

from registry import clock
from registry.conflicts import letters, rules
from registry.conflicts.finding import found_at
from registry.conflicts.matching import CERTAIN, Match
from registry.conflicts.models import CONFIRMED, DISMISSED, SAID, THE_CHAIR, Conflict, Ground
from registry.conflicts.treatment import STOOD_DOWN
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import commands as meetings
from registry.meetings import queries as seated
from registry.meetings.models import TAKING_PART, Meeting
from registry.meetings.rules import others_rule_on_the_chair, was_not_called_off
from registry.people.models import Person
from registry.seats.models import CHAIR
from registry.structure.models import BOARD


@command
def confirm(meeting: Meeting, *, item: int, person: Person, word: str = "", by: Actor) -> Conflict:
    """Say that an item does touch a person's interest: until it is ruled upon, the rule in force on recusal holds."""
    conflict = _made_of(meeting, item, person, CONFIRMED, word)
    rules.something_is_known(len(conflict.grounds))
    return conflict


@command
def dismiss(meeting: Meeting, *, item: int, person: Person, word: str, by: Actor) -> Conflict:
    """Say that what was found comes to nothing, and why. It is kept, with what was found."""
    rules.dismissal_says_why(word)
    conflict = _made_of(meeting, item, person, DISMISSED, word)
    rules.something_is_known(len(conflict.grounds))
    return conflict


@command
def tell(meeting: Meeting, *, item: int, person: Person, nature: str, by: Actor) -> Conflict:
    """Enter an interest in an item that somebody told of, whether or not the registers know it: it is confirmed."""
    conflict = _made_of(meeting, item, person, CONFIRMED, "")
    if nature not in {ground.reason for ground in conflict.grounds}:
        conflict.grounds.append(Ground(grade=CERTAIN, reason=nature, openly=nature, source=SAID))
    return conflict


@command
def declare(meeting: Meeting, *, item: int, person: Person, nature: str, by: Actor) -> Conflict:
    """Enter what a person declared at a meeting, of an item: of a body whose members are not the directors."""
    rules.directors_disclose(meeting.body.kind == BOARD)
    rules.is_declared_at_the_meeting(meeting.on, clock.today())
    came = {mark.person_ref for mark in meeting.attendances if mark.mark in TAKING_PART}
    rules.was_at_the_meeting(not meeting.attendance_is_recorded or person.ref in came)
    conflict = tell(meeting, item=item, person=person, nature=nature, by=by)
    conflict.declared = meeting.on
    return conflict


@command
def treat(conflict: Conflict, *, treatment: str, ruled_by: str, ruling: str = "", by: Actor) -> None:
    """Rule on a conflict. It takes effect at once: on who has the papers, who is counted, and who may vote."""
    is_chair = conflict.person_ref in _chairs(conflict.meeting)
    rules.conflict_is_confirmed(conflict.state == CONFIRMED)
    rules.only_the_chair_stands_down(is_chair, treatment)
    others_rule_on_the_chair(is_chair and treatment != STOOD_DOWN, ruled_by == THE_CHAIR)
    rules.ruling_says_why(treatment, ruling)
    conflict.treatment, conflict.ruled_by, conflict.ruling = treatment, ruled_by, ruling


@command
def ask(meeting: Meeting, *, people: Sequence[Person], by: Actor) -> list[Conflict]:
    """Ask people before the meeting of each item that touches their interests, as it was found or is on record.

    Whoever has an e-mail address and has not answered yet is written to.
    """
    today = clock.today()
    was_not_called_off(meeting.cancelled)
    rules.item_has_not_been_decided(meeting.on, today)
    found, wanted = found_at(meeting), {person.ref: person for person in people}
    known = {(each.item_ref, each.person_ref): each for each in _of(meeting)}
    pairs = dict.fromkeys((*found, *known))
    asked = [_kept(meeting, item, wanted[ref], found.get((item, ref), ())) for item, ref in pairs if ref in wanted]
    asked = [conflict for conflict in asked if conflict.state != DISMISSED]
    for conflict in asked:
        conflict.asked = conflict.asked or today
    for person in dict.fromkeys(conflict.person for conflict in asked if conflict.answered is None):
        if person.email:
            letters.write(meeting, person)
    return asked


@command
def answer(conflict: Conflict, *, answer: str, explanation: str = "", by: Actor) -> None:
    """Enter what a person says of a match: that it is right, or is put wrongly, or what should be known of it."""
    was_not_called_off(conflict.meeting.cancelled)
    rules.item_has_not_been_decided(conflict.meeting.on, clock.today())
    conflict.answer, conflict.explanation = answer, explanation
    conflict.answered = clock.today()


def _made_of(meeting: Meeting, number: int, person: Person, state: str, word: str) -> Conflict:
    item = meetings.numbered(meeting, number)
    people = {ref for line in seated.seats_that_day(meeting) for ref in line["people"]}
    rules.takes_part_in_the_body(person.ref in people)
    conflict = _kept(meeting, item.ref, person, found_at(meeting).get((item.ref, person.ref), ()))
    if word or conflict.state != state:  # why it was dismissed is not why it is confirmed
        conflict.word = word
    conflict.state = state
    return conflict


def _kept(meeting: Meeting, item_ref: str, person: Person, found: Sequence[Match]) -> Conflict:
    """The conflict on record of a person and an item, or a new one, with the grounds that are found for it now."""
    conflict = next((each for each in _of(meeting) if (each.item_ref, each.person_ref) == (item_ref, person.ref)), None)
    if conflict is None:
        conflict = Conflict(meeting=meeting, item_ref=item_ref, person=person)
        db.session.add(conflict)
    known = {ground.reason for ground in conflict.grounds}
    for match in found:
        if match.reason not in known:
            conflict.grounds.append(_ground(match))
    return conflict


def _ground(match: Match) -> Ground:
    source, ref = match.tie.source, match.tie.source_ref
    return Ground(grade=match.grade, reason=match.reason, openly=match.openly, source=source, source_ref=ref)


def _of(meeting: Meeting) -> Sequence[Conflict]:
    return db.session.scalars(select(Conflict).where(Conflict.meeting_ref == meeting.ref)).all()


def _chairs(meeting: Meeting) -> set[str]:
    return {line["person"] for line in seated.seats_that_day(meeting) if line["kind"] == CHAIR}
