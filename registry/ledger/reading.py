"""Which documents are read while something is told: what a paper shows, and so what may change or go under it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import event

from registry.ledger.documents import Record

_read: ContextVar[set[str] | None] = ContextVar("read", default=None)


@contextmanager
def noting_what_is_read() -> Iterator[set[str]]:
    """The refs of all documents, and of working papers, that come out of the books until the end of the block."""
    read = set[str]()
    token = _read.set(read)
    try:
        yield read
    finally:
        _read.reset(token)


@event.listens_for(Record, "load", propagate=True)
def note(document: Any, _: Any) -> None:
    if (read := _read.get()) is not None:
        read.add(document.ref)
