import re
from collections.abc import Callable, Collection
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import func, select

from registry.actions import queries as actions
from registry.conflicts.plan import plan_of
from registry.db import db
from registry.decisions import queries as decisions
from registry.interests import queries as interests
from registry.meetings import queries as meetings
from registry.meetings.models import AgendaPaper, Meeting
from registry.minutes.held import last_before as last_minutes
from registry.minutes.queries import minutes_on
from registry.packs.ahead import ahead_of
from registry.packs.changes import changes_since
from registry.packs.contents import contents_of
from registry.packs.earlier import earlier_on
from registry.packs.makeup import made_up_for
from registry.packs.readers import PackReader
from registry.packs.report import archival, report_of
from registry.periods import ONE_DAY
from registry.structure.models import BOARD, Body
from registry.terms import queries as terms
from registry.terms.version import version_on

Line = dict[str, Any]

BOARD_PACK, MEETING_PACK = "Board pack", "Meeting pack"
UNDER_REVIEW = re.compile("terms of reference", re.IGNORECASE)
NOTICE_GIVEN, NO_NOTICE = "Notice given", "Draft: notice has not been given yet"


def packs_on(day: date) -> list[Line]:
    """Every meeting, each of which has a pack, with the papers that are in it."""
    per_meeting = select(AgendaPaper.meeting_ref, func.count(), func.sum(AgendaPaper.pages))
    counted = {ref: (papers, pages) for ref, papers, pages in db.session.execute(per_meeting.group_by("meeting_ref"))}
    return [_line(line, *counted.get(line["ref"], (0, 0))) for line in meetings.meetings_on(day)]


def line_of(meeting: Meeting, day: date) -> Line:
    pages = [paper.pages for paper in meeting.papers]
    return _line(meetings.line_of(meeting, day), len(pages), sum(pages))


def _line(meeting: Line, papers: int, pages: int) -> Line:
    return meeting | {"papers": papers, "pages": pages}


def pack_of(meeting: Meeting, reader: PackReader) -> Line:
    """The pack of a meeting whole, for a reader, as its papers stand on the day of it: every section's facts apart."""
    before = meeting_before(meeting)
    seats = meetings.seats_that_day(meeting)
    taken = reader.decisions(decisions.decisions_on(meeting.on - ONE_DAY, meeting.body))
    declared = interests_of({person for seat in seats for person in seat["people"]}, meeting.on)
    in_force = terms.in_force(meeting.body, meeting.on)
    told: Line = {
        "ref": meeting.ref,
        "what": BOARD_PACK if meeting.body.kind == BOARD else MEETING_PACK,
        "status": NOTICE_GIVEN if meeting.notice_given else NO_NOTICE,
        "meeting": meetings.meeting_on(meeting, meeting.on, hidden=reader.hidden, kept=reader.kept),
        "interests": declared,
        "conflicts": plan_of(meeting, meeting.on, reader.of_conflicts),
        "seated": seated(seats, declared),
        "last_meeting": before and before.on,
        "minutes": minutes_before(meeting, reader.of_minutes),
        "actions": actions.carried_to(meeting, meeting.on, reader.actions),
        "decisions": taken_since(taken, before),
        "earlier": earlier_on(meeting, taken),
        "terms": in_force and version_on(in_force, meeting.on),
        "reviewed": under_review(meeting, reader.hidden),
        "changes": changes_since(meeting, before),
        "ahead": ahead_of(meeting, reader.decisions),
        **asdict(made_up_for(meeting)),
        "files": {paper.ref: paper.sha256 for paper in meeting.papers},
    }
    contents = contents_of(told)
    report = report_of(contents)
    told |= {"contents": contents, "report": report, "archival": archival(report)}
    return told | {"title": f"{told['what']}: {told['meeting']['meeting']}"}


def interests_of(people: set[str], day: date) -> list[Line]:
    """What the public register of a day says of some people."""
    return [line for line in interests.interests_on(day) if line["person_ref"] in people]


def seated(seats: list[Line], declared: list[Line]) -> list[Line]:
    """Those who hold seats, each once, and whether they have an entry among what is declared."""
    entered = {line["person_ref"] for line in declared}
    held: dict[str, Line] = {}
    for seat in seats:
        for ref, name in zip(seat["people"], seat["names"], strict=True):
            held.setdefault(ref, {"person_ref": ref, "name": name, "seats": [], "entered": ref in entered})
            held[ref]["seats"].append(seat["seat"])
    return list(held.values())


def meeting_before(meeting: Meeting) -> Meeting | None:
    """The last meeting that the same body held before this one."""
    earlier = select(Meeting).where(Meeting.body_ref == meeting.body_ref, Meeting.on < meeting.on)
    return db.session.scalar(earlier.order_by(Meeting.on.desc(), Meeting.begins.desc()).limit(1))


def minutes_before(meeting: Meeting, of_minutes: Callable[[Meeting], Line]) -> Line | None:
    """The minutes of the body’s last meeting that had gone out by the day before this one, which may approve them."""
    last = last_minutes(meeting, eve := meeting.on - ONE_DAY)
    return minutes_on(last, eve, **of_minutes(last.meeting)) if last else None


def under_review(meeting: Meeting, hidden: Collection[str]) -> list[Line]:
    """The terms in force of other bodies that an item is about, if it says that it is about their terms."""
    items = [item for item in meeting.items if item.ref not in hidden and item.withdrawn is None]
    on_terms = {item.ref for item in items if UNDER_REVIEW.search(f"{item.title} {item.proposed}")}
    parties = {each.party_ref for each in meeting.parties if each.item_ref in on_terms} - {meeting.body_ref}
    bodies = db.session.scalars(select(Body).where(Body.ref.in_(parties)).order_by(Body.name, Body.ref))
    in_force = (terms.in_force(body, meeting.on) for body in bodies)
    return [version_on(each, meeting.on) for each in in_force if each]


def taken_since(taken: list[Line], last: Meeting | None) -> list[Line]:
    """Of what the body has decided, the latest first, what it has from its last meeting on: the earliest first."""
    since = last.on if last else date.min
    return [line for line in reversed(taken) if line["on"] >= since]
