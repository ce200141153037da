from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.db import db
from registry.editions.models import Edition
from registry.editions.succession import editions_of, superseded
from registry.meetings.models import Meeting
from registry.people.models import Person

Line = dict[str, Any]

LATEST = "latest"


def editions_on(day: date) -> list[Line]:
    """Every edition issued by a day, the latest first."""
    every = select(Edition).options(selectinload(Edition.sections)).order_by(Edition.issued.desc(), Edition.ref)
    issued = [edition for edition in db.session.scalars(every) if clock.civil_day(edition.issued) <= day]
    latest = {edition.ref for edition in {each.meeting_ref: each for each in reversed(issued)}.values()}
    return [line_of(edition, is_latest=edition.ref in latest) for edition in issued]


def line_of(edition: Edition, *, is_latest: bool) -> Line:
    names = ("ref", "rev", "number", "issued", "known", "why", "meeting_ref")
    told = {name: getattr(edition, name) for name in names}
    return told | {
        "title": edition.called,
        "meeting": edition.meeting.called,
        "pages": len(edition.labels),
        "state": LATEST if is_latest else "superseded",
    }


def lines_of(meeting: Meeting) -> list[Line]:
    """The editions of one meeting, the latest first."""
    found = editions_of(meeting)[::-1]
    return [line_of(edition, is_latest=edition is found[0]) for edition in found]


def sent_page(edition: Edition, person: Person) -> Line:
    """What whoever comes by the link in a letter is told."""
    told = line_of(edition, is_latest=True)
    return told | {"name": person.called, "superseded": superseded(edition) or "It is the latest edition."}
