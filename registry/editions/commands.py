from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.editions import rules
from registry.editions.making import make, sections_after, sheets_of
from registry.editions.models import Edition
from registry.editions.succession import editions_of
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings.models import Meeting
from registry.meetings.rules import was_not_called_off


@command
def issue(meeting: Meeting, *, why: str = "", by: Actor) -> Edition:
    """Issue the pack as it stands, as the next edition; `why`, to whoever holds the last.

    It is set before anything is written, so that nobody waits for it; what is recorded meanwhile is not in it.
    """
    was_not_called_off(meeting.cancelled)
    made = make(meeting)
    _alone(meeting)
    earlier = editions_of(meeting)
    last = earlier[-1] if earlier else None
    rules.is_no_older_than_the_last(made.known, last and last.known)
    sections = sections_after(earlier, made)
    changes = rules.steps(sheets_of(last.sections), sheets_of(sections)) if last else []
    rules.something_has_changed(len(earlier), len(changes))
    rules.is_told_why(len(earlier) + 1, why)
    edition = Edition(meeting=meeting, number=len(earlier) + 1, issued=clock.now(), known=made.known, why=why)
    edition.sections = sections
    db.session.add(edition)
    return edition


def _alone(meeting: Meeting) -> None:
    """Let nobody else issue the pack of a meeting until this is done: on SQLite, nobody write at all."""
    with db.session.begin_nested():
        db.session.execute(select(Meeting.ref).where(Meeting.ref == meeting.ref).with_for_update())
