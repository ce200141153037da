"""Who receives the pack of a meeting: whoever must have notice of it."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.editions.models import Edition
from registry.meetings.models import Meeting
from registry.meetings.serving import entitled
from registry.outbox.queries import states_of
from registry.people.models import Person

Line = dict[str, Any]

ON_PAPER = "no e-mail address: on paper"


def receivers(meeting: Meeting) -> list[Person]:
    """By their names of today."""
    refs = list(entitled(meeting, meeting.on))
    found = select(Person).where(Person.ref.in_(refs)).options(selectinload(Person.names))
    return sorted(db.session.scalars(found), key=lambda person: person.called)


def receivers_left(edition: Edition) -> list[Person]:
    """Those to whom an edition has not gone out."""
    have = {recipient.person_ref for recipient in edition.recipients}
    return [person for person in receivers(edition.meeting) if person.ref not in have]


def sent_to(edition: Edition) -> list[Line]:
    """To whom it went out, on which day, and what has become of the letter."""
    states = states_of(each.letter_ref for each in edition.recipients if each.letter_ref)
    lines = [
        {"name": each.person.called, "sent": each.sent, "letter": states.get(each.letter_ref or "", ON_PAPER)}
        for each in edition.recipients
    ]
    return sorted(lines, key=lambda line: line["name"])


def to_be_sent(edition: Edition) -> list[Line]:
    """Whom it would go out to, and how."""
    people = receivers_left(edition)
    return [{"name": each.called, "how": "by letter" if each.email else ON_PAPER} for each in people]
