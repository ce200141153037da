"""A director's post elsewhere, authorised by the others on conditions; and what the office made of each interest."""

from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.decisions.models import AUTHORISED
from registry.demo.facts import people as facts
from registry.demo.story.board import BOARD_ROOM, EXECUTIVE, attended
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.interests.models import Interest
from registry.meetings import commands as meetings
from registry.meetings.models import APOLOGIES, DECIDE, LEFT, NOTE, PRESENT
from registry.reviews import commands as reviews
from registry.reviews.models import PUBLISHED

HELD, REVIEWED = date(2024, 9, 10), date(2024, 9, 12)
AT_THE_MEETING = [facts.CLINICAL_DIRECTORS[code] for code in ("U09521", "U12169", "U25294", "U30213")]
SUPPLIER = facts.CLINICAL_DIRECTORS["U67590"]
HUB, PRACTICE = "Harborough Training Hub", "Partner in the practice"
TO_THE_HUB = "Leaves the meeting for the item"
TO_A_PRACTICE = "Declares it at the item, and does not vote"
NOTED = "Noted: nothing more need be done"


def tell(cast: Cast) -> None:
    _authorise(cast)
    _review(cast)


def _authorise(cast: Cast) -> None:
    cast.it_is(2024, 8, 30)
    told = ("Declarations of interest", NOTE), ("A director’s post at the training hub", DECIDE)
    cast.meetings["authorisation"] = meeting = meetings.convene(
        body=cast.bodies["board"],
        on=HELD,
        begins="13:00",
        place=BOARD_ROOM,
        notice_given=date(2024, 8, 30),
        items=[{"title": title, "purpose": purpose} for title, purpose in told],
        by=cast.secretary,
    )
    cast.it_is(2024, 9, 10, 16)
    there = (facts.CHAIR, EXECUTIVE, *AT_THE_MEETING)
    marks = dict.fromkeys((told.name for told in there), PRESENT) | {facts.LAY_DIRECTOR.name: APOLOGIES}
    attended(cast, "authorisation", marks)
    left = {"person": cast.person(EXECUTIVE), "item": 2, "mark": LEFT, "reason": "Her own conflict"}
    meetings.record_attendance(meeting, lines=[left], by=cast.secretary)
    resolve(
        cast,
        "board",
        AUTHORISED,
        f"RESOLVED that the post of {EXECUTIVE.name} at the training hub be authorised, on the conditions recorded.",
        HELD,
        meeting=meeting,
        item=2,
        votes_for=5,
        votes_against=0,
        person=cast.person(EXECUTIVE),
        interest=db.session.scalars(select(Interest).where(Interest.organisation == HUB)).one(),
        situation="A post as tutor at the Harborough Training Hub (fictional), which trains staff of the practices",
        covers="Hold the post and be paid for it, and keep in confidence what is learnt there",
        conditions="Takes no part where the company and the hub both seek the same funds; is sent no papers on that",
        review_due=date(2026, 12, 8),
    )


def _review(cast: Cast) -> None:
    """All but two: one is asked about first, and one asks to be kept private."""
    cast.it_is(2024, 9, 12)
    declared = db.session.scalars(select(Interest).where(Interest.public).order_by(Interest.since, Interest.ref))
    for interest in declared.all():
        if interest.person is cast.person(SUPPLIER):
            reviews.ask(interest, text="Does the company, or any of the practices, buy from them?", by=cast.secretary)
        else:
            how = {"measures": _measures(interest), "publication": PUBLISHED}
            reviews.review(interest, on=REVIEWED, by=cast.secretary, **how)  # type: ignore[arg-type]


def _measures(interest: Interest) -> list[str]:
    if interest.until is not None:
        return []
    if interest.organisation == HUB:
        return [TO_THE_HUB, "Is sent no papers on the item"]
    return [TO_A_PRACTICE if interest.description.startswith(PRACTICE) else NOTED]
