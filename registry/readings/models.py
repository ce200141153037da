"""Working papers, and their reader's alone: nothing here is in the ledger, and nobody else is told of it."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Ref
from registry.editions.models import Edition
from registry.ledger import Record, Referred, link
from registry.meetings.models import Meeting


class Note(Record):
    """What an account noted for itself in the pack of a meeting: at a section, and at a `page` of it if at one.

    The section goes by the name that it keeps from edition to edition, and had `title` when this was written.
    """

    __tablename__ = "reader_note"

    account_ref: Mapped[Ref] = mapped_column(index=True)
    meeting_ref: Mapped[str] = link("meeting")
    meeting: Mapped[Meeting] = relationship()
    section: Mapped[str]
    title: Mapped[str]
    page: Mapped[str] = mapped_column(default="")
    words: Mapped[str]
    at: Mapped[datetime]


class Bookmark(Referred):
    """Which edition of a meeting's pack an account reads, and which it had read `before` that: no word of when."""

    __limits__ = (UniqueConstraint("account_ref", "meeting_ref"),)

    account_ref: Mapped[Ref]
    meeting_ref: Mapped[str] = link("meeting")
    edition_ref: Mapped[str] = link("edition")
    edition: Mapped[Edition] = relationship(foreign_keys=[edition_ref])
    before_ref: Mapped[str | None] = link("edition")
    before: Mapped[Edition | None] = relationship(foreign_keys=[before_ref])
