"""What has been brought in, asked by commands before they bring in more."""

from datetime import date

from sqlalchemy import func, select

from registry.db import db
from registry.openings.models import PEOPLE, OpenedEntry, Opening


def opened_on(sha256: str) -> date | None:
    """The day on which a file of these very bytes was brought in; None if none was."""
    return db.session.scalar(select(Opening.entered).where(Opening.sha256 == sha256).limit(1))


def has_key(key: str) -> bool:
    """Whether the old books have called some person by that key, in what has been brought in."""
    known = select(OpenedEntry.ref).join(Opening).where(Opening.what == PEOPLE, OpenedEntry.original == key)
    return key != "" and db.session.scalar(known.limit(1)) is not None


def said_before(what: str) -> dict[str, tuple[str, int]]:
    """What the books of a kind that have been brought in say, in words: from which source, and on which line."""
    asked = select(OpenedEntry.words, Opening.source, OpenedEntry.place).join(Opening).where(Opening.what == what)
    return {words: (source, place) for words, source, place in db.session.execute(asked)}


def last_opened() -> date | None:
    return db.session.scalar(select(func.max(Opening.entered)))


def count_openings() -> int:
    return db.session.scalar(select(func.count()).select_from(Opening)) or 0
