"""How long what a reader noted is kept: until some months after the meeting, or one after her account’s last role."""

from datetime import timedelta

from flask import current_app
from sqlalchemy import delete, or_, select

from registry import clock
from registry.accounts.models import Grant
from registry.db import db
from registry.deadlines import months_from
from registry.meetings.models import Meeting
from registry.readings.models import Bookmark, Note

AFTER_THE_LAST_ROLE = timedelta(days=31)
"""A role may be given back soon after it was ended, in other words."""


def sweep() -> None:
    """Take out for good what is past its time: whoever opens a pack does it for all."""
    today = clock.today()
    oldest = months_from(today, -current_app.config["NOTES_MONTHS"]).due
    past = select(Meeting.ref).where(Meeting.on < oldest)
    holding = select(Grant.account_ref).where(or_(Grant.until.is_(None), Grant.until > today - AFTER_THE_LAST_ROLE))
    with db.engine.begin() as connection:
        for kept in (Note, Bookmark):
            is_past = or_(kept.meeting_ref.in_(past), kept.account_ref.not_in(holding))
            connection.execute(delete(kept.__table__).where(is_past))  # type: ignore[arg-type]
