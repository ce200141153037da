"""How minutes are written. They are a working paper: only circulating them makes an entry in the ledger."""

from registry import clock
from registry.db import db
from registry.drafts import desk as desks
from registry.ledger import together
from registry.ledger.acts import Actor
from registry.meetings.models import Meeting
from registry.minutes import rules
from registry.minutes.models import Boxes, MinutesDraft, MinutesWording
from registry.minutes.standing import draft_of, latest_of, may_have_been_held


def begin(meeting: Meeting, *, by: Actor) -> MinutesDraft:
    """Begin to write the minutes of a meeting that has been held, or go on where they were begun."""
    rules.has_been_held(meeting.on, clock.today(), meeting.cancelled is not None)
    rules.members_met_lawfully(may_have_been_held(meeting))
    _demand_that_they_are_open(meeting)
    if (begun := draft_of(meeting)) is not None:
        return begun
    with together():
        draft = MinutesDraft(meeting=meeting, rev=0, boxes={}, desks={})
        desks.stamp(draft, by)
        db.session.add(draft)
    return draft


def write(draft: MinutesDraft, *, was: Boxes, boxes: Boxes, desk: str, by: Actor) -> None:
    """Save what was written between the sentences, in which `was` is what stood when the writer saw it."""
    _demand_that_they_are_open(draft.meeting)
    desks.save(draft, was=was, boxes=boxes, desk=desk, by=by, kept_as=MinutesWording)


def settle(draft: MinutesDraft, *, wording: str, stands: str, choice: str, by: Actor) -> None:
    """Choose between two wordings of a box, of which the one that `stands` was seen."""
    _demand_that_they_are_open(draft.meeting)
    desks.settle(draft, wording=wording, stands=stands, choice=choice, by=by)


def discard(draft: MinutesDraft, *, by: Actor) -> None:
    """Throw away what was written of minutes that have not gone out."""
    rules.is_not_out_yet(draft.circulated_ref is not None)
    with together():
        db.session.delete(draft)


def _demand_that_they_are_open(meeting: Meeting) -> None:
    latest = latest_of(meeting)
    rules.is_not_yet_settled(meeting.called, latest and latest.settled)
