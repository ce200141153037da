from dataclasses import replace

from flask import g, url_for

from registry.db import db
from registry.doors import Listing, Room, WhatItComesTo
from registry.doors.before import Foretold
from registry.doors.telling import Told
from registry.editions import commands, making, queries, standing
from registry.editions.drawing import book_of
from registry.editions.models import Edition
from registry.editions.pages import copies_of, page_of
from registry.editions.printing import print_book
from registry.editions.schemas import CopyRow, EditionPage, EditionRow, IssueForm, StepRow
from registry.editions.wanted import copy_asked_for, note_handed, own_copy
from registry.meetings.models import Meeting
from registry.meetings.views.doors import stands
from registry.press import Wanted

__all__ = ["room", "standing"]

room = Room(__name__, under="packs")


@room.page("/register", needs="editions.read", tells=EditionRow, title="Packs issued")
def register(on):
    return queries.editions_on(on)


def what_is_issued(meeting):
    """What whoever keeps the last edition on paper would have to do, to have this one."""
    lines = [{"sentence": step.sentence} for step in making.steps_to(meeting)]
    return [Foretold("What changes", StepRow, lines, empty=making.nothing_yet(meeting))]


def print_copy(told: Told) -> bytes:
    """The copy asked for, as the books knew the pack when it was issued."""
    edition, copy = db.session.get_one(Edition, told.facts[0]["ref"]), copy_asked_for()
    paper = print_book(book_of(edition, copy), wanted(told, edition))
    note_handed(edition, copy)
    return paper


def wanted(told: Told, edition: Edition) -> Wanted:
    """What the log of prints says of it: it tells of the day of the meeting, whatever day is looked at."""
    assert told.wanted
    title = f"{told.wanted.title}, edition {edition.number}"
    return replace(told.wanted, title=title, on=edition.meeting.on, known=edition.known)


@room.page(
    "/<word>",
    needs="editions.read",
    tells=EditionPage,
    title="Pack issued",
    of=Edition,
    prints=print_copy,
    acts=("editions.choose",),
)
def edition(edition, on):
    copy_asked_for()
    return page_of(edition, own_copy())


@room.page("/<word>/choose", needs="editions.choose", tells=CopyRow, title="Choose a copy", of=Edition, many=True)
def choose(edition, on):
    return Listing(copies_of(edition), ref=edition.ref)


@room.form(
    "/of/<word>/issue",
    needs="editions.issue",
    asks=IssueForm,
    title="Issue the pack",
    of=Meeting,
    edits=True,
    before=WhatItComesTo(lambda meeting, _: what_is_issued(meeting)),
    when=stands,
)
def issue(meeting, answer):
    return url_for(".edition", word=commands.issue(meeting, **answer, by=g.account).ref)


@room.panel(on=Meeting, needs="editions.read", tells=EditionRow, title="Packs issued", empty="No pack has been issued.")
def editions_of_meeting(meeting, on):
    return queries.lines_of(meeting)
