"""Interests of every kind, one late, one private, one ended; and an item at which all clinical directors left."""

from datetime import date

from registry.decisions.models import APPROVED, DEFERRED
from registry.demo.facts import people as facts
from registry.demo.facts.networks import SEVEN
from registry.demo.story import actions, minuting, resolutions
from registry.demo.story.board import BOARD_ROOM, EXECUTIVE, attended
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.interests import commands as interests
from registry.interests.models import FINANCIAL, INDIRECT, PERSONAL, PROFESSIONAL, Interest
from registry.meetings import commands as meetings
from registry.meetings.models import DECIDE, LEFT, NOTE, PRESENT

DIRECTORS = (facts.CHAIR, facts.LAY_DIRECTOR, EXECUTIVE, *(facts.CLINICAL_DIRECTORS[code] for code in SEVEN))


def tell(cast: Cast) -> None:
    cast.it_is(2020, 4, 6)
    _declare_practices(cast)
    _declare_others(cast)
    _meet_without_a_quorum(cast)
    actions.in_april_2021(cast)
    minuting.in_april_2021(cast)
    resolutions.in_may_2021(cast)
    actions.in_june_2021(cast)
    resolutions.in_july_2021(cast)


def _declare(cast: Cast, told: facts.Person, kind: str, organisation: str, words: str, **more: object) -> Interest:
    return interests.declare(
        cast.person(told),
        kind=kind,
        organisation=organisation,
        description=words,
        by=cast.secretary,
        **more,  # type: ignore[arg-type]
    )


def _declare_practices(cast: Cast) -> None:
    """Every director who is a partner in a practice says so when taking the seat."""
    partners = {told.name: code for code, told in facts.NOMINEES.items()}
    for told in DIRECTORS:
        if (code := partners.get(told.name)) is not None:
            practice = cast.practices[code]
            name, since = practice.name_on(date(2020, 4, 6)), date(2020, 4, 1)
            words = "Partner in the practice, which holds shares in the company"
            _declare(cast, told, FINANCIAL, name, words, since=since, organisation_ref=practice.ref)


def _declare_others(cast: Cast) -> None:
    lay, executive = facts.LAY_DIRECTOR, EXECUTIVE
    trust = "Tutor at the Harborough Training Hub (fictional)"
    hub, training = "Harborough Training Hub", ("research and training",)
    _declare(cast, executive, PROFESSIONAL, hub, trust, since=date(2020, 3, 20), topics=training)
    _declare(cast, lay, PERSONAL, "Friends of the Cottage Hospital", "Trustee, unpaid", since=date(2019, 6, 1))
    nurse = facts.CLINICAL_DIRECTORS["U67590"]
    words = "Spouse is a director of a supplier of diagnostic equipment"
    _declare(cast, nurse, INDIRECT, "Vale Diagnostics Ltd (fictional)", words, since=date(2020, 3, 30))
    private = {"public": False, "private_reason": "Naming it would identify a patient."}
    chair = facts.CHAIR
    _declare(cast, chair, INDIRECT, "A care home", "A close relative is resident", since=date(2020, 4, 2), **private)
    cast.it_is(2020, 9, 30)
    ended = _declare(
        cast, lay, FINANCIAL, "Anscombe Advisory", "Sole trader, advice on estates", since=date(2020, 9, 1)
    )
    cast.it_is(2021, 4, 1)
    interests.end(ended, until=date(2021, 4, 1), by=cast.secretary)
    interests.confirm(cast.person(facts.COMPANY_SECRETARY), nothing=True, by=cast.secretary)


def _meet_without_a_quorum(cast: Cast) -> None:
    cast.it_is(2021, 4, 6)
    cast.meetings["contract"] = meeting = meetings.convene(
        body=cast.bodies["board"],
        on=date(2021, 4, 20),
        begins="13:00",
        place=BOARD_ROOM,
        notice_given=date(2021, 4, 6),
        items=[
            {"title": "Declarations of interest", "purpose": NOTE},
            {
                "title": "Extended hours: a contract with the networks",
                "purpose": DECIDE,
                "presenter": cast.person(EXECUTIVE),
                "proposed": "That the company contract with the seven networks for extended hours.",
                "topic": "contracts and services",
                "parties": [{"party": cast.bodies[code]} for code in SEVEN],
            },
            {"title": "Minutes of 14 January 2020: a correction", "purpose": DECIDE},
        ],
        by=cast.secretary,
    )
    cast.it_is(2021, 4, 20, 16)
    attended(cast, "contract", dict.fromkeys((told.name for told in DIRECTORS), PRESENT))
    left = [
        {
            "person": cast.person(facts.CLINICAL_DIRECTORS[code]),
            "item": 2,
            "mark": LEFT,
            "reason": "Conflict of interest",
        }
        for code in SEVEN
    ]
    meetings.record_attendance(meeting, lines=left, by=cast.secretary)
    text = "That the company contract with the networks for extended hours. Three directors were left, of four needed."
    resolve(cast, "board", APPROVED, text, meeting.on, outcome=DEFERRED, meeting=meeting, item=2)
