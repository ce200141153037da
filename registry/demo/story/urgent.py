"""An urgent meeting on short notice, and an interest in what it decided that came out only afterwards."""

from datetime import date

from registry.decisions.models import APPROVED, SUPERSEDES, Decision
from registry.demo.facts import people as facts
from registry.demo.story.board import BOARD_ROOM, EXECUTIVE, attended
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.interests import commands as interests
from registry.interests.models import FINANCIAL
from registry.meetings import commands as meetings
from registry.meetings.models import APOLOGIES, DECIDE, NOTE, PRESENT
from registry.meetings.queries import seats_that_day

MET = date(2023, 1, 17)
HEATING = "Oadby Heating Ltd (fictional)"
LAY = facts.LAY_DIRECTOR
THERE = (facts.CHAIR, EXECUTIVE, LAY, *(facts.CLINICAL_DIRECTORS[code] for code in ("U09521", "U25294", "U30213")))


def in_january_2023(cast: Cast) -> Decision:
    """Four clear days before it, and everyone who has a vote says that no more is needed."""
    cast.it_is(2023, 1, 12)
    cast.meetings["urgent"] = meeting = meetings.convene(
        body=cast.bodies["board"],
        on=MET,
        begins="18:00",
        place=BOARD_ROOM,
        notice_given=date(2023, 1, 12),
        items=[
            {"title": "Declarations of interest", "purpose": NOTE},
            {
                "title": "The heating of the offices",
                "purpose": DECIDE,
                "proposed": "That the boiler be replaced.",
                "topic": "premises",
                "parties": [{"name": HEATING}],
            },
        ],
        by=cast.secretary,
    )
    cast.it_is(2023, 1, 17, 20)
    there = {told.name for told in THERE}
    marks = {name: PRESENT if name in there else APOLOGIES for name in _voting(cast)}
    attended(cast, "urgent", marks)
    for name in marks:
        meetings.waive_notice(meeting, person=cast.people[name], on=MET, by=cast.secretary)
    text = f"RESOLVED that the boiler of the offices be replaced by {HEATING} for £4,200."
    return resolve(cast, "board", APPROVED, text, MET, meeting=meeting, item=2, votes_for=len(there), votes_against=0)


def in_march_2023(cast: Cast, decision: Decision) -> None:
    """A share in the firm is declared months late; the others look at the matter again and confirm it."""
    cast.it_is(2023, 3, 6)
    interests.declare(
        cast.person(LAY),
        kind=FINANCIAL,
        organisation=HEATING,
        description="A tenth of the shares, which came to her with an inheritance",
        since=date(2022, 11, 1),
        until=date(2023, 3, 1),
        by=cast.secretary,
    )
    cast.it_is(2023, 3, 14)
    text = f"RESOLVED, looked at again with the interest of {LAY.name} known, that {decision.number} be confirmed."
    resolve(cast, "board", APPROVED, text, date(2023, 3, 14), bears_on=[{"how": SUPERSEDES, "decision": decision}])


def _voting(cast: Cast) -> list[str]:
    """Everyone with a vote at the meeting, by the names of the facts."""
    refs = {ref for line in seats_that_day(cast.meetings["urgent"]) if line["votes"] for ref in line["people"]}
    return [name for name, person in cast.people.items() if person.ref in refs]
