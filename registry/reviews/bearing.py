"""On whose business an interest bears: the bodies on which its holder sits, and the next that meets."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.meetings.models import Meeting
from registry.seats.models import Seat
from registry.seats.queries import whole_seats
from registry.structure.models import Body
from registry.wording import day as in_words


def bodies_of_each(day: date) -> dict[str, list[Body]]:
    """The bodies on which each person sits on a day, by the person's ref."""
    found: dict[str, dict[str, Body]] = defaultdict(dict)
    for seat in db.session.scalars(whole_seats().where(Seat.holding(day))):
        for each in seat.sitting(day):
            found[each.person_ref][seat.body_ref] = seat.body
    return {ref: sorted(bodies.values(), key=lambda body: body.name) for ref, bodies in found.items()}


def next_meetings(bodies: Iterable[str], day: date) -> dict[str, Meeting]:
    """The next meeting of each body from a day on, by the body's ref."""
    called = select(Meeting).where(Meeting.body_ref.in_(bodies), Meeting.on >= day)
    found = db.session.scalars(called.order_by(Meeting.on.desc(), Meeting.begins.desc()))
    return {meeting.body_ref: meeting for meeting in found}


def where_it_bears(bodies: Sequence[Body], meetings: dict[str, Meeting]) -> dict[str, Any]:
    """The bodies it bears on, and which of them meets next."""
    called = [meetings[body.ref] for body in bodies if body.ref in meetings]
    first = min(called, key=lambda meeting: (meeting.on, meeting.begins), default=None)
    names = {body.ref: body.name for body in bodies}
    return {
        "bodies": list(names.values()),
        "meeting": first and f"{names[first.body_ref]}, {in_words(first.on)}",
        "meeting_on": first and first.on,
        "meeting_ref": first and first.ref,
    }
