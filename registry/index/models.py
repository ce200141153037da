from datetime import date

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from registry.db import REF_LETTERS, Base


class IndexedPassage(Base):
    """Some words of a document that a search may find: an item of an agenda, say, or a page of a paper.

    `part_ref` is the part of the document that says them, if one does, and `number` its own, as of an item, or the page
    of a paper. `on` is the day that they are of. They are in their register from `since` and until `until`, where that
    depends on the day. What is `closed` is found by those alone whom the room lets read it: everywhere, or of what is
    `over` this. `digest` tells whether they are still as the document says.
    """

    __tablename__ = "passage"
    __limits__ = (Index(None, "document_ref", "kind"), Index(None, "kind", "on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    document_ref: Mapped[str] = mapped_column(String(REF_LETTERS))
    part_ref: Mapped[str | None] = mapped_column(String(REF_LETTERS))
    number: Mapped[int | None]
    title: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    body_ref: Mapped[str | None] = mapped_column(String(REF_LETTERS))
    on: Mapped[date | None]
    since: Mapped[date | None]
    until: Mapped[date | None]
    closed: Mapped[bool]
    over: Mapped[str | None] = mapped_column(String(REF_LETTERS))
    digest: Mapped[str] = mapped_column(String(32))
