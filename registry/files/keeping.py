from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO

import pikepdf
from sqlalchemy import JSON, LargeBinary, Text, select
from sqlalchemy.orm import Mapped, mapped_column

from registry import clock
from registry.db import Base, db
from registry.ledger import live
from registry.reading import pages_of

PAGE_ENDS = "\f"


class Kept(Base):
    """The bytes of a file, under the hash by which documents of the ledger name it."""

    __tablename__ = "kept_file"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]


class KeptText(Base):
    """What a PDF says, read once: its pages, each ended by a form feed."""

    __tablename__ = "kept_text"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    pages: Mapped[str] = mapped_column(Text)


class Receipt(Base):
    """What was done to a file, when it was received, before it was kept under `sha256`: a working paper.

    `removed` is what was active in it. It is no PDF/A if there is a `why_not`. A document that was turned into a PDF is
    itself kept too, as it was sent, under `sent_sha256` and `sent_name`.
    """

    __tablename__ = "receipt"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    removed: Mapped[list[str]] = mapped_column(JSON)
    why_not: Mapped[str]
    sent_name: Mapped[str]
    sent_sha256: Mapped[str | None]


@dataclass(frozen=True)
class Paper:
    """A PDF that may go into a pack: its bytes as kept, free of anything active, and its pages."""

    name: str
    sha256: str
    pages: int


def keep(content: bytes) -> str:
    """Keep bytes, once however often they come, and give their hash."""
    digest = sha256(content).hexdigest()
    if db.session.get(Kept, digest) is None:
        db.session.add(Kept(sha256=digest, content=content, at=clock.now()))
    return digest


def kept(digest: str) -> bytes:
    """Bytes by their hash; raises LookupError if none are kept, ValueError if they have been altered."""
    with live():
        found = db.session.get(Kept, digest)
    if found is None:
        raise LookupError(f"no file {digest} is kept")
    if sha256(found.content).hexdigest() != digest:
        raise ValueError(f"the file kept as {digest} is not the one that was sent")
    return found.content


def kept_paper(name: str, digest: str) -> Paper:
    """A PDF kept before, by its hash; raises LookupError if none is."""
    with pikepdf.open(BytesIO(kept(digest))) as pdf:
        return Paper(name, digest, len(pdf.pages))


def receive(digest: str, *, removed: list[str], why_not: str, sent_name: str, sent_sha256: str | None = None) -> None:
    """Note what was done to a file before it was kept; of what comes to the same bytes, the first time counts."""
    if db.session.get(Receipt, digest) is None:
        db.session.add(
            Receipt(sha256=digest, removed=removed, why_not=why_not, sent_name=sent_name, sent_sha256=sent_sha256)
        )


def receipts(digests: Iterable[str]) -> dict[str, Receipt]:
    """What was done to each of some files, of those of which it is known."""
    with live():
        wanted = set(digests)
        found = db.session.scalars(select(Receipt).where(Receipt.sha256.in_(wanted))) if wanted else ()
        return {each.sha256: each for each in found}


def text_of(digest: str) -> list[str]:
    """What a PDF kept under a hash says, page by page; nothing, if it is not kept or cannot be read."""
    with live():
        if (found := db.session.get(KeptText, digest)) is not None:
            return found.pages.split(PAGE_ENDS)[:-1]
        file = db.session.get(Kept, digest)
        return read(digest, file.content) if file else []


def read(digest: str, *forms: bytes) -> list[str]:
    """Keep what a file says, page by page, in the first of its `forms` that says anything."""
    pages: list[str] = []
    for content in forms:
        pages = [_storable(page) for page in pages_of(content)]
        if any(pages):
            break
    db.session.add(KeptText(sha256=digest, pages="".join(page + PAGE_ENDS for page in pages)))
    return pages


def is_read(digest: str) -> bool:
    return db.session.get(KeptText, digest) is not None


def _storable(words: str) -> str:
    """Without what no database takes: a NUL, and half a letter."""
    return words.replace("\x00", " ").encode(errors="replace").decode()
