"""How the index is kept right: each act renews what the documents it changed say."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, insert, select

from registry.db import db
from registry.files import text_of
from registry.index.engines import forget_what_is_gone
from registry.index.models import IndexedPassage
from registry.index.sources import SOURCES, Said, Source, sources_of
from registry.ledger import Document
from registry.ledger.record import follow

AT_A_TIME = 500
HEX_OF_DIGEST = 32

_passage = IndexedPassage.__table__
_add = insert(_passage)  # type: ignore[arg-type]


@follow
def renew(documents: Sequence[Document]) -> None:
    """Let the index say of these documents what they say now, and of what they no longer say, nothing."""
    for document in documents:
        if sources := sources_of(document):
            _renew(document, sources)


def rebuild() -> int:
    """Make the index anew from the registers as they stand; how many passages it then has."""
    db.session.execute(delete(_passage))  # type: ignore[arg-type]
    count = 0
    for model in dict.fromkeys(source.of for source in SOURCES.values()):
        for document in db.session.scalars(select(model).order_by(model.ref)).all():
            lines = [line for said in _said(document, sources_of(document)).items() for line in _lines(document, *said)]
            _put(lines)
            count += len(lines)
    forget_what_is_gone()
    return count


def is_wanting() -> bool:
    """Whether nothing is in the index of books in which something is: those of a version that had none."""
    models = {source.of for source in SOURCES.values()}
    return not _has_any(IndexedPassage.id) and any(_has_any(model.ref) for model in models)


def _has_any(column: Any) -> bool:
    return db.session.scalar(select(column).limit(1)) is not None


def _renew(document: Document, sources: Sequence[Source]) -> None:
    wanted = _said(document, sources)
    theirs = select(IndexedPassage.id, IndexedPassage.digest).where(IndexedPassage.document_ref == document.ref)
    held = db.session.execute(theirs).all()
    if gone := [number for number, digest in held if digest not in wanted]:
        db.session.execute(delete(_passage).where(IndexedPassage.id.in_(gone)))  # type: ignore[arg-type]
    new = wanted.keys() - {digest for _, digest in held}
    _put([line for digest in wanted if digest in new for line in _lines(document, digest, wanted[digest])])


def _put(lines: Sequence[dict[str, Any]]) -> None:
    for start in range(0, len(lines), AT_A_TIME):
        db.session.execute(_add, lines[start : start + AT_A_TIME])


def _said(document: Document, sources: Iterable[Source]) -> dict[str, tuple[str, Said]]:
    """All that a document says, of which kind, by its digest."""
    told = ((source.kind, said) for source in sources for said in source.says(document))
    return {_digest(kind, said): (kind, said) for kind, said in told}


def _digest(kind: str, said: Said) -> str:
    return sha256(f"{kind} {said!r}".encode(errors="replace")).hexdigest()[:HEX_OF_DIGEST]


def _lines(document: Document, digest: str, told: tuple[str, Said]) -> Iterator[dict[str, Any]]:
    """A line for each passage: of a paper, for each page with words on it, or the one that has its title."""
    kind, said = told
    facts = asdict(said) | {"kind": kind, "document_ref": document.ref, "digest": digest}
    facts |= {"title": plain(said.title), "words": plain(said.words)}
    digest_of_paper = facts.pop("sha256")
    pages = enumerate(text_of(digest_of_paper) if digest_of_paper else (), start=1)
    if read := [facts | {"words": plain(words), "number": page} for page, words in pages if words]:
        yield from read
    else:
        yield facts


def plain(words: str) -> str:
    """Words in composed letters, without the marks and halves of letters that no database would keep."""
    composed = unicodedata.normalize("NFC", words)
    return "".join(" " if unicodedata.category(each) in ("Cc", "Cs") else each for each in composed)
