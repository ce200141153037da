"""Files people send: checked by what they are, and kept by the hash of what they say."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf
from marshmallow import ValidationError
from sqlalchemy import LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.datastructures import FileStorage

from registry import clock
from registry.db import Base, db
from registry.forms import Upload
from registry.ledger import live
from registry.reading import pages_of

LARGEST_BYTES = 20 * 1024 * 1024
PDF_START = b"%PDF-"
PAGE_ENDS = "\f"
ACTIVE = ("/OpenAction", "/AA", "/AcroForm", "/Outlines", "/AF", "/Collection")


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


def text_of(digest: str) -> list[str]:
    """What a PDF kept under a hash says, page by page; nothing, if it is not kept or cannot be read."""
    with live():
        if (found := db.session.get(KeptText, digest)) is not None:
            return found.pages.split(PAGE_ENDS)[:-1]
        file = db.session.get(Kept, digest)
        return _read(digest, file.content) if file else []


def _read(digest: str, content: bytes) -> list[str]:
    pages = [_storable(page) for page in pages_of(content)]
    db.session.add(KeptText(sha256=digest, pages="".join(page + PAGE_ENDS for page in pages)))
    return pages


def _storable(words: str) -> str:
    """Without what no database takes: a NUL, and half a letter."""
    return words.replace("\x00", " ").encode(errors="replace").decode()


def kept_paper(name: str, digest: str) -> Paper:
    """A PDF kept before, by its hash; raises LookupError if none is."""
    with pikepdf.open(BytesIO(kept(digest))) as pdf:
        return Paper(name, digest, len(pdf.pages))


def keep_paper(sent: FileStorage, *, reads: bool = False) -> Paper:
    """Keep a PDF sent from a form, and read it if it `reads`; raises ValidationError, naming it, if it is not sound."""
    name = sent.filename or "the file"
    content = sent.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise ValidationError(f"“{name}” is larger than {LARGEST_BYTES // 2**20} MB.")
    if not content.startswith(PDF_START):
        raise ValidationError(f"“{name}” is not a PDF.")
    content, pages = _inert(name, content)
    digest = keep(content)
    if reads and db.session.get(KeptText, digest) is None:
        _read(digest, content)
    return Paper(name, digest, pages)


class KeptPaper(Upload):
    """A PDF asked for by a form, kept as soon as it is found to be a sound one."""

    reads = False

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Paper:
        return keep_paper(super()._deserialize(value, attr, data, **more), reads=self.reads)


class ReadPaper(KeptPaper):
    """One that is to be found by its words, and so is read before anything is written that others would wait for."""

    reads = True


def _inert(name: str, content: bytes) -> tuple[bytes, int]:
    """The PDF without scripts, actions, forms and files inside it, written the same way every time."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise ValidationError(f"“{name}” is locked with a password. Send it without.")
            if not pdf.pages:
                raise ValidationError(f"“{name}” has no pages.")
            _remove_active(pdf)
            out = BytesIO()
            pdf.save(out, deterministic_id=True)
            return out.getvalue(), len(pdf.pages)
    except pikepdf.PasswordError:
        raise ValidationError(f"“{name}” is locked with a password. Send it without.") from None
    except pikepdf.PdfError:
        raise ValidationError(f"“{name}” is damaged and cannot be opened.") from None


def _remove_active(pdf: pikepdf.Pdf) -> None:
    _strike(pdf.Root, *ACTIVE)
    if "/Names" in pdf.Root:
        _strike(pdf.Root.Names, "/JavaScript", "/EmbeddedFiles")
    for page in pdf.pages:
        _strike(page.obj, "/AA", "/Annots", "/AF")


def _strike(part: pikepdf.Object, *keys: str) -> None:
    for key in keys:
        if key in part:
            del part[key]
