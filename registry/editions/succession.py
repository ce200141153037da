"""One edition of a pack after another."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased, selectinload

from registry import clock
from registry.db import db
from registry.editions.models import Edition
from registry.meetings.models import Meeting
from registry.wording import day as in_words


def editions_of(meeting: Meeting) -> list[Edition]:
    """Those of a meeting, the first first."""
    of_it = select(Edition).where(Edition.meeting_ref == meeting.ref).options(selectinload(Edition.sections))
    return list(db.session.scalars(of_it.order_by(Edition.number)))


def latest_editions() -> Select[Edition]:
    """Of each pack that was issued the latest, the latest meeting first."""
    of_each = aliased(Edition)
    last = select(func.max(of_each.number)).where(of_each.meeting_ref == Edition.meeting_ref).scalar_subquery()
    return select(Edition).join(Edition.meeting).where(Edition.number == last).order_by(Meeting.on.desc(), Meeting.ref)


def latest_of(edition: Edition) -> Edition:
    """The latest edition of the same pack."""
    return editions_of(edition.meeting)[-1]


def before(edition: Edition) -> Edition | None:
    """The edition that this one took the place of."""
    earlier = [each for each in editions_of(edition.meeting) if each.number < edition.number]
    return earlier[-1] if earlier else None


def superseded(edition: Edition) -> str:
    """What is said of an edition that is not the latest; nothing, of one that is."""
    last = latest_of(edition)
    if last is edition:
        return ""
    return f"Superseded by edition {last.number} of {in_words(clock.civil_day(last.issued))}."
