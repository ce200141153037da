"""That a reader has opened an edition: what she is told of it, and what the office is, where her body has agreed."""

from datetime import datetime
from typing import Any

from flask import g
from sqlalchemy import insert, or_, select, update

from registry.accounts.caller import note_access
from registry.accounts.queries import names_of
from registry.clock import new_ref
from registry.db import db
from registry.editions.copies import READER, Copy, reads
from registry.editions.models import Edition, Opened
from registry.editions.opening import last_opened, note_opened
from registry.editions.succession import editions_of
from registry.ledger import live
from registry.meetings.restricted import withheld
from registry.packs.makeup import made_up
from registry.people.models import Person
from registry.readings.models import Bookmark

Line = dict[str, Any]


def is_told(edition: Edition) -> bool:
    """Whether the body has agreed that it be shown who has opened its packs."""
    with live():
        return made_up(edition.meeting.body).tells_who_opened


def open_for(edition: Edition, own: Copy) -> Edition | None:
    """Let a reader open an edition; what comes back is the edition that she had opened before this one, if any.

    What is kept of it is the access log and a bookmark of her own; who opened, and when first, only where it is told.
    """
    if is_told(edition) and not _has_opened(edition):
        note_opened(edition.ref, own, account_ref=g.account.ref)
    bookmark = _bookmark(edition)
    if bookmark is not None and bookmark.edition_ref == edition.ref:
        return bookmark.before
    before = bookmark.edition if bookmark else last_opened(edition, own)
    before = None if before is edition else before
    _note_reading(edition, own)
    _put_bookmark(bookmark, edition, before)
    return before


def _has_opened(edition: Edition) -> bool:
    with live():
        mine = select(Opened.ref).where(Opened.account_ref == g.account.ref, Opened.edition_ref == edition.ref)
        return db.session.scalar(mine.limit(1)) is not None


def _note_reading(edition: Edition, own: Copy) -> None:
    """In the access log, as every reading of what is restricted."""
    meeting = edition.meeting
    has_restricted = withheld(meeting) and not reads(own, meeting).hidden
    what = "opened a pack with restricted items" if has_restricted else "opened a pack"
    note_access(what, edition.ref, account_ref=g.account.ref)


def _bookmark(edition: Edition) -> Bookmark | None:
    mine = select(Bookmark).where(Bookmark.account_ref == g.account.ref, Bookmark.meeting_ref == edition.meeting_ref)
    with live():
        return db.session.scalar(mine)


def _put_bookmark(old: Bookmark | None, edition: Edition, before: Edition | None) -> None:
    """Whatever else becomes of the request."""
    pages = {"edition_ref": edition.ref, "before_ref": before and before.ref}
    mine = {"account_ref": g.account.ref, "meeting_ref": edition.meeting_ref}
    table = Bookmark.__table__
    with db.engine.begin() as connection:
        if old is None:
            connection.execute(insert(table), {"ref": new_ref(), **mine, **pages})  # type: ignore[arg-type]
        else:
            connection.execute(update(table).where(table.c.ref == old.ref).values(**pages))  # type: ignore[arg-type]


def who_opened(edition: Edition) -> list[Line]:
    """Who opened any edition of the same pack, by name: which, and when first. Nothing, where that is not told.

    A copy that the office printed for a reader was not opened by her; one to which her own letter led her was.
    """
    if not is_told(edition):
        return []
    numbers = {each.ref: each.number for each in editions_of(edition.meeting)}
    herself = or_(Opened.account_ref.is_(None), Opened.person_ref.is_(None), Person.account_ref == Opened.account_ref)
    own = select(Opened, Person).outerjoin(Person, Person.ref == Opened.person_ref).order_by(Opened.at, Opened.ref)
    with live():
        found = db.session.execute(own.where(Opened.edition_ref.in_(numbers), Opened.copy == READER, herself)).all()
        names = names_of([opened.account_ref for opened, _ in found if opened.account_ref])
        first = dict[tuple[str, int], datetime]()
        for opened, person in found:
            who = person.called if person else names[opened.account_ref or ""]
            first.setdefault((who, numbers[opened.edition_ref]), opened.at)
    return [{"who": who, "number": number, "at": at} for (who, number), at in sorted(first.items())]
