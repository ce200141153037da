"""What was issued, in whose copy, and what has changed in it."""

from flask import g

from registry.db import db
from registry.doors import Listing
from registry.doors.telling import Told
from registry.editions import queries
from registry.editions.copies import reads
from registry.editions.handing import hand_out, hand_out_insert
from registry.editions.models import Edition
from registry.editions.opening import changes
from registry.editions.opening import had as had_by
from registry.editions.pages import copies_of, page_of
from registry.editions.schemas import CopyRow, EditionPage, EditionRow, HadRow, StepRow
from registry.editions.views.doors import room
from registry.editions.wanted import copy_asked_for, own_copy, since_asked_for
from registry.meetings.models import Meeting


@room.page("/register", needs="editions.read", tells=EditionRow, title="Packs issued")
def register(on):
    return queries.editions_on(on)


def print_copy(told: Told) -> bytes:
    return hand_out(_live(told), copy_asked_for(), account_ref=g.account.ref, style=told.asked.style)


@room.page(
    "/<word>",
    needs="editions.read",
    tells=EditionPage,
    title="Pack issued",
    of=Edition,
    acts=("editions.build", "editions.choose", "editions.circulate", "editions.had", "batches.readers"),
    prints=print_copy,
)
def edition(edition, on):
    copy_asked_for()
    return page_of(edition, own_copy())


def print_insert(told: Told) -> bytes:
    edition = _live(told)
    asked = since_asked_for(edition), copy_asked_for()
    return hand_out_insert(edition, *asked, account_ref=g.account.ref, style=told.asked.style)


@room.page(
    "/<word>/insert",
    needs="editions.read",
    tells=StepRow,
    title="Pages to insert",
    of=Edition,
    many=True,
    prints=print_insert,
)
def insert(edition, on):
    """Since the edition before or, asked with ?since= and its number, an earlier one."""
    since, copy = since_asked_for(edition), copy_asked_for()
    steps = changes(since, edition, reads(copy, edition.meeting))
    return Listing([{"sentence": step.sentence} for step in steps], ref=edition.ref, since=since.number)


@room.page("/<word>/choose", needs="editions.choose", tells=CopyRow, title="Choose a copy", of=Edition, many=True)
def choose(edition, on):
    return Listing(copies_of(edition), ref=edition.ref)


@room.page("/<word>/had", needs="editions.had", tells=HadRow, title="Who has had it", of=Edition, many=True)
def had(edition, on):
    return Listing(had_by(edition), ref=edition.ref)


@room.panel(on=Meeting, needs="editions.read", tells=EditionRow, title="Packs issued", empty="No pack has been issued.")
def editions_of_meeting(meeting, on):
    return queries.lines_of(meeting)


def _live(told: Told) -> Edition:
    """What is printed is as known when it was issued, whatever past its page was looked at in."""
    assert told.wanted
    return db.session.get_one(Edition, told.wanted.about_ref)
