"""The board of September 2026: five of eight directors have a conflict on one item, known before they meet."""

from datetime import date

from registry.conflicts import commands as conflicts
from registry.conflicts.models import EXPLAINED, RIGHT, THE_CHAIR, Conflict
from registry.conflicts.treatment import LEFT, NO_PAPERS
from registry.db import db
from registry.decisions.models import APPROVED, DEFERRED
from registry.demo.facts import people as facts
from registry.demo.story.agendas import add_paper
from registry.demo.story.board import BOARD_ROOM, EXECUTIVE
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.disclosures import commands as disclosures
from registry.links.commands import Bearer
from registry.meetings import commands as meetings
from registry.meetings.models import BY_EMAIL, DECIDE, DECLARATIONS, DISCUSS, NOTE, Meeting
from registry.meetings.rules import NEW_VERSION
from registry.outbox import commands as outbox
from registry.outbox.models import WAITING, Letter
from registry.people.models import Person

MET = date(2026, 9, 22)
CONTRACT = 3
NETWORKS = "U09521", "U12169", "U30213", "U50165", "U71931"
LEADER = "U50165"
"""The network that would lead the others, and so is to have no papers."""
AWAY = facts.CLINICAL_DIRECTORS["U67590"]
BUT_FOR_THE_CONTRACT = f"P L{CONTRACT} R{CONTRACT + 1}"


def is_called(cast: Cast) -> None:
    """Whom the contract touches is found, and each is asked; four answer by the links in their letters."""
    cast.it_is(2026, 9, 3)
    cast.meetings["five of eight"] = meeting = meetings.convene(
        body=cast.bodies["board"],
        on=MET,
        begins="13:00",
        place=BOARD_ROOM,
        items=[
            {"title": "Declarations of interest", "purpose": NOTE, "standing": DECLARATIONS},
            {"title": "Finance report", "purpose": DISCUSS, "topic": "money"},
            {
                "title": "Urgent care at home: a contract with five networks",
                "purpose": DECIDE,
                "presenter": cast.person(EXECUTIVE),
                "proposed": "That the company contract with the five networks for urgent care at home.",
                "topic": "contracts and services",
                "parties": [{"party": cast.bodies[code]} for code in NETWORKS],
            },
            {"title": "Date of the next meeting", "purpose": NOTE},
        ],
        by=cast.secretary,
    )
    add_paper(cast, meeting, CONTRACT, "What the five networks offer", "They offer visits at home, day and night.")
    meetings.publish(meeting, edition=NEW_VERSION, by=cast.secretary)
    meetings.give_notice(meeting, notice_given=date(2026, 9, 3), how=BY_EMAIL, by=cast.secretary)
    asked = _ask(cast, meeting)
    cast.it_is(2026, 9, 7, 18)
    for conflict in asked:
        _answer(cast, conflict)
    meetings.apologise(cast.person(AWAY), meeting=meeting, reason="On leave", by=cast.secretary)


def _ask(cast: Cast, meeting: Meeting) -> list[Conflict]:
    """The demonstration sends nothing: its letters went by post."""
    asked = conflicts.ask(meeting, people=list(_concerned(cast).values()), by=cast.secretary)
    for letter in db.session.query(Letter).filter_by(about_ref=meeting.ref, state=WAITING):
        outbox.note_sent(letter)
    return asked


def _concerned(cast: Cast) -> dict[str, Person]:
    """The clinical director of each of the five networks on the day."""
    found = {code: cast.seats[code].appointment(MET) for code in NETWORKS}
    return {code: appointment.person for code, appointment in found.items() if appointment is not None}


def _answer(cast: Cast, conflict: Conflict) -> None:
    """One explains, and one has not answered."""
    codes = {person.ref: code for code, person in _concerned(cast).items()}
    told = {"U30213": (EXPLAINED, "The network pays me two days a week."), "U71931": None}
    answer = told.get(codes[conflict.person_ref], (RIGHT, ""))
    if answer is not None:
        conflicts.answer(conflict, answer=answer[0], explanation=answer[1], by=Bearer(conflict.person_ref))


def is_held(cast: Cast) -> None:
    """What was found is confirmed and ruled on; the five declare and leave; three are too few to decide."""
    meeting, five = cast.meetings["five of eight"], _concerned(cast)
    cast.it_is(2026, 9, 15)
    word = "The training hub is no part of the network"
    conflicts.dismiss(meeting, item=CONTRACT, person=cast.person(EXECUTIVE), word=word, by=cast.secretary)
    for code, person in five.items():
        conflict = conflicts.confirm(meeting, item=CONTRACT, person=person, by=cast.secretary)
        treatment = NO_PAPERS if code == LEADER else LEFT
        conflicts.treat(conflict, treatment=treatment, ruled_by=THE_CHAIR, by=cast.secretary)
    cast.it_is(2026, 9, 22, 16)
    came = facts.CHAIR, EXECUTIVE, facts.CLINICAL_DIRECTORS["U25294"], facts.COMPANY_SECRETARY
    there = [cast.person(told) for told in came]
    lines = [{"person": person, "mark": "P"} for person in there]
    lines += [{"person": person, "mark": BUT_FOR_THE_CONTRACT} for person in five.values()]
    meetings.record_attendance(meeting, lines=lines, by=cast.secretary)
    for person in five.values():
        disclosures.declare(
            meeting,
            person=person,
            item=CONTRACT,
            nature="Clinical director of a network that offers it",
            extent="Paid by the network for the post",
            by=cast.secretary,
        )
    text = "That the company contract with the five networks for urgent care at home. Three were left, of four needed."
    resolve(cast, "board", APPROVED, text, MET, outcome=DEFERRED, meeting=meeting, item=CONTRACT)
