"""Two meetings are called: the board's next, whose agenda is published and then corrected, and the members'."""

from datetime import date
from typing import Any

from registry.db import db
from registry.demo.facts import people as facts
from registry.demo.facts.networks import SEVEN
from registry.demo.story.board import BOARD_ROOM, EXECUTIVE
from registry.demo.story.cast import Cast
from registry.editions import commands as editions
from registry.files import Paper, keep, receive
from registry.ledger import together
from registry.meetings import commands as meetings
from registry.meetings.models import (
    BY_EMAIL,
    BY_HAND,
    BY_POST,
    DECIDE,
    DISCUSS,
    NOTE,
    ORDINARY,
    SPECIAL,
    Meeting,
)
from registry.meetings.order import OF_THE_HOUSE
from registry.meetings.rules import CORRECTION, NEW_VERSION
from registry.packs import commands as packs
from registry.packs.models import SECTIONS
from registry.press import typeset

RENT = "Rent of the offices: the landlord’s offer"
LANDLORD = "Bushby Estates Ltd (fictional)"
ARTICLE = (
    "That the articles of association be altered by adding to article 9: “Notice of a directors’ meeting may be given "
    "by placing it where each director is told that notices are placed.”"
)


def tell(cast: Cast) -> None:
    cast.it_is(2026, 11, 20)
    _call_the_board(cast)
    cast.it_is(2026, 11, 20, 12)
    _publish(cast)
    cast.it_is(2026, 11, 20, 15)
    _call_the_members(cast)


def _call_the_board(cast: Cast) -> None:
    """Its order of business is settled first, with the letters before its references."""
    board = cast.bodies["board"]
    standing = [item._asdict() for item in OF_THE_HOUSE]
    meetings.set_order(board, prefix="B", items=standing, by=cast.secretary)
    cast.meetings["next"] = meeting = meetings.convene(
        body=board,
        on=date(2026, 12, 8),
        begins="13:00",
        place=BOARD_ROOM,
        joining="By video; the link is in the invitation",
        standing=True,
        items=[item | {"presenter": cast.person(facts.CHAIR)} for item in _business(cast)],
        by=cast.secretary,
    )
    packs.arrange(board, sections=SECTIONS, names_reader=True, by=cast.secretary)
    for item, title, words in PAPERS:
        add_paper(cast, meeting, number_of(meeting, item), title, words)


def _business(cast: Cast) -> list[dict[str, Any]]:
    networks = [{"party": cast.bodies[code]} for code in SEVEN[:2]]
    return [
        {
            "title": "Lay director: how to fill the seat",
            "purpose": DECIDE,
            "proposed": "That the seat of lay director be advertised.",
            "topic": "workforce",
            "time_wanted": 15,
        },
        {"title": "Finance report", "purpose": DISCUSS, "topic": "money", "time_wanted": 20},
        {
            "title": "Network agreement: schedules for the year",
            "purpose": DECIDE,
            "proposed": "That the schedules be approved.",
            "topic": "contracts and services",
            "parties": networks,
            "time_wanted": 20,
            "awaits_paper": True,
        },
        {
            "title": RENT,
            "purpose": DECIDE,
            "proposed": "That the offer be declined and another asked for.",
            "topic": "premises",
            "parties": [{"name": LANDLORD}],
            "restricted": "commercial",
            "time_wanted": 10,
        },
    ]


def _publish(cast: Cast) -> None:
    """Notice goes out with the first version; a paper comes late, and a correction says so."""
    meeting, by = cast.meetings["next"], cast.secretary
    meetings.publish(meeting, edition=NEW_VERSION, by=by)
    cast.it_is(2026, 11, 20, 12, 30)
    in_person = [{"person": cast.person(EXECUTIVE), "how": BY_HAND}]
    meetings.give_notice(meeting, notice_given=date(2026, 11, 20), how=BY_EMAIL, otherwise=in_person, by=by)
    cast.it_is(2026, 11, 20, 12, 40)
    _issue_the_pack(cast)
    cast.it_is(2026, 11, 20, 14)
    words = "The landlord asks for a tenth more. This paper is for those who sit on the board."
    add_paper(cast, meeting, number_of(meeting, RENT), "The offer", words)
    meetings.publish(meeting, edition=CORRECTION, by=by)
    cast.it_is(2026, 11, 20, 14, 15)
    _issue_the_pack(cast, why="The landlord’s offer came late. Its pages have letters, and no other page has moved.")


def _issue_the_pack(cast: Cast, why: str = "") -> None:
    editions.issue(cast.meetings["next"], why=why, by=cast.secretary)


def _call_the_members(cast: Cast) -> None:
    """By post, and so given two working days after it was sent."""
    cast.meetings["members in 2027"] = meeting = meetings.convene(
        body=cast.bodies["members"],
        on=date(2027, 1, 26),
        begins="19:00",
        place="Wigston",
        standing=True,
        items=[
            {"title": "Report of the board for the year", "purpose": NOTE},
            {
                "title": "Allowances of the lay director",
                "purpose": DECIDE,
                "resolution": ORDINARY,
                "proposed": "That the allowance of the lay director be £2,000 a year.",
            },
            {"title": "Articles of association", "purpose": DECIDE, "resolution": SPECIAL, "proposed": ARTICLE},
        ],
        by=cast.secretary,
    )
    meetings.publish(meeting, edition=NEW_VERSION, by=cast.secretary)
    meetings.give_notice(meeting, notice_given=date(2026, 11, 20), how=BY_POST, by=cast.secretary)


PAPERS = (
    (
        "Lay director: how to fill the seat",
        "Recruiting a lay director",
        "The seat has been vacant since 1 September 2026. The board is asked to advertise it.",
    ),
    (
        "Finance report",
        "Finance report to 31 October 2026",
        "Income and spending are within the budget that the board approved. All figures are invented.",
    ),
)


def number_of(meeting: Meeting, title: str) -> int:
    return next(item.place for item in meeting.items if item.title == title)


def add_paper(cast: Cast, meeting: Meeting, number: int, title: str, words: str) -> None:
    with together():
        file, author = _paper(title, words), cast.person(EXECUTIVE)
        meetings.add_paper(meeting, item=number, title=title, file=file, author=author, by=cast.secretary)


def _paper(title: str, words: str) -> Paper:
    """A short paper of the board's, as a PDF, marked as fiction."""
    html = (
        f"<html lang='en-GB'><head><title>{title}</title></head><body><h1>{title}</h1><p>{words}</p>"
        "<p>This paper was written for the demonstration; its persons and figures are fictional.</p></body></html>"
    )
    content = typeset(html)
    db.session.flush()
    paper = Paper(name=f"{title}.pdf", sha256=keep(content), pages=1)
    receive(paper.sha256, removed=[], why_not="", sent_name=paper.name)
    return paper
