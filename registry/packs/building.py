"""Packs in the background: built for whoever sends for one, and set ahead of anybody who prints one.

Section by section, which whoever waits is told; what has not changed since it was last set is there at once.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta

from flask import current_app
from sqlalchemy import select

from registry import clock, errands, press
from registry.accounts.caller import NOBODY, Caller
from registry.accounts.permissions import SECRETARY
from registry.db import db
from registry.doors.asked import asked
from registry.doors.printing import paper_of
from registry.doors.telling import PDF, gather
from registry.errands import Outcome, Working, runs
from registry.errands.models import Errand
from registry.ledger import Document
from registry.ledger.record import follow
from registry.meetings.models import Meeting
from registry.packs import queries
from registry.packs.readers import PackReader, anybody, reader_of
from registry.packs.schemas import PackPage
from registry.packs.sections import sections_of

BUILD, SET_AHEAD = "packs.build", "packs.set_ahead"
NEEDS = "packs.read"

THE_OFFICE = Caller(NOBODY, "the office", ((SECRETARY, None),))

SHOWN = {"meetings", "minutes", "decisions", "actions", "interests", "conflicts", "terms", "seats", "packs"}
"""The rooms of which a pack shows something."""
AHEAD = timedelta(days=42)
"""How far before its day a meeting's pack begins to be set ahead."""


def send(meeting: Meeting, by: Caller) -> Errand:
    """Have a pack built for a reader, who has of it what she may read."""
    key = f"{meeting.ref} {by.ref}"
    return errands.send(BUILD, key=key, title=f"Pack: {meeting.called}", account_ref=by.ref, meeting=meeting.ref)


@runs(BUILD, needs=NEEDS)
def build(working: Working) -> Outcome:
    meeting = db.session.get_one(Meeting, working.asked["meeting"])
    name = f"Pack {meeting.on}.pdf"
    _set(meeting, reader_of(meeting, working.account), working.tell)
    return Outcome(name, PDF, paper_of("packs.board_pack", word=meeting.ref, asked={}, by=working.account))


@runs(SET_AHEAD, needs=NEEDS)
def set_ahead(working: Working) -> None:
    """Set a pack as the office reads it, who is the first to print it, and as whoever may read nothing restricted."""
    meeting = db.session.get_one(Meeting, working.asked["meeting"])
    if meeting.on >= clock.today():
        for reader in (reader_of(meeting, THE_OFFICE), anybody(meeting)):
            _set(meeting, reader, working.tell)


def _set(meeting: Meeting, reader: PackReader, tell: Callable[[int, int, str], None]) -> None:
    """Put the sections on the shelf of the press, some at once; without a shelf there is nothing to do ahead."""
    if not current_app.config["KEEP_WHAT_IS_SET"]:
        return
    told = gather(PackPage(), queries.pack_of(meeting, reader), asked(), many=False, whole=False)
    sections, at_once = sections_of(told), max(1, int(current_app.config["PRESS_WORKERS"]))
    for done in range(0, len(sections), at_once):
        tell(done, len(sections), sections[done].title)
        press.set_all([section.html for section in sections[done : done + at_once]])


@follow
def send_ahead(documents: Sequence[Document]) -> None:
    """Have the packs of the meetings to come set again, once an act has changed what they show."""
    if not current_app.config["SET_PACKS_AHEAD"] or not any(_is_shown(document) for document in documents):
        return
    today = clock.today()
    to_come = select(Meeting).where(Meeting.on.between(today, today + AHEAD), Meeting.cancelled.is_(None))
    for meeting in db.session.scalars(to_come.order_by(Meeting.on, Meeting.ref)).all():
        errands.send(SET_AHEAD, key=meeting.ref, title=f"Set ahead: {meeting.called}", meeting=meeting.ref)


def _is_shown(document: Document) -> bool:
    return type(document).__module__.split(".")[1] in SHOWN
