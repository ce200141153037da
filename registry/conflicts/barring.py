"""What conflicts come to: whom they keep from the quorum, the vote, the room and the papers of an item."""

from sqlalchemy import select

from registry.conflicts.models import CONFIRMED, Conflict
from registry.conflicts.treatment import HANDLING, NOTED, has_vote, is_counted
from registry.db import db
from registry.meetings.bars import Bar
from registry.meetings.models import Meeting
from registry.terms.in_force import rules_in_force
from registry.terms.provisions import OUT_OF_BOTH, RECUSAL

UNDECIDED = "not ruled on yet"


def bars_of_conflicts(meeting: Meeting) -> list[Bar]:
    """Of every conflict confirmed for a meeting, under the rule on recusal of the terms in force that day."""
    confirmed = select(Conflict).where(Conflict.meeting_ref == meeting.ref, Conflict.state == CONFIRMED)
    found = db.session.scalars(confirmed.order_by(Conflict.ref)).all()
    if not found:
        return []
    rule = rules_in_force(meeting.body, meeting.on).of(RECUSAL)
    recusal = rule.who if rule else OUT_OF_BOTH
    return [_bar(conflict, recusal) for conflict in found if conflict.treatment != NOTED]


def _bar(conflict: Conflict, recusal: str) -> Bar:
    chosen = conflict.treatment
    handling = HANDLING.get(chosen)
    return Bar(
        item_ref=conflict.item_ref,
        person_ref=conflict.person_ref,
        why=chosen or UNDECIDED,
        is_counted=is_counted(chosen, recusal),
        votes=has_vote(chosen, recusal),
        stays=handling.stays if handling else True,
        has_papers=handling.has_papers if handling else True,
    )
