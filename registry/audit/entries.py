"""Entries as the audit reads them: with what authorised them, and as far as the reader may."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from registry.audit.naming import Names
from registry.audit.privacy import May, readable
from registry.audit.telling import OPS, act_in_words
from registry.ledger.documents import read_text
from registry.ledger.models import Entry
from registry.ledger.queries import moment

Line = dict[str, Any]

COLUMNS = (
    Entry.seq,
    Entry.first,
    Entry.act,
    Entry.kind,
    Entry.ref,
    Entry.rev,
    Entry.op,
    Entry.recorded,
    Entry.actor,
    Entry.schema,
)


def with_cause(*columns: Any) -> Select[Any]:
    """Entries with those that authorised them."""
    cause = aliased(Entry)
    causes = (cause.first.label("because"), cause.kind.label("because_kind"), cause.ref.label("because_ref"))
    return select(*columns, *causes).outerjoin(cause, cause.seq == Entry.because)


def cut(found: Select[Any], part: slice, size: int) -> Select[Any]:
    """A part of what is found; there are never more than `size`, and a larger number is none that a database takes."""
    start, stop = min(part.start or 0, size), min(part.stop, size)
    return found.offset(start).limit(stop - start)


def refs_of(entries: Sequence[Any]) -> set[str]:
    return {ref for e in entries for ref in (e.ref, e.actor, e.because_ref) if ref}


def entered(entry: Any, names: Names) -> Line:
    """When, by whom, how and by what authority an entry was made."""
    return {
        "recorded": moment(entry.recorded),
        "by": names.of_actor(entry.actor),
        "act": act_in_words(entry.act),
        "name": entry.act,
        "how": OPS[entry.op],
        "because": names.with_kind(entry.because_kind, entry.because_ref) if entry.because_ref else None,
        "because_act": entry.because,
    }


def text_of(kind: str, schema: int, body: str | None, may: May) -> dict[str, Any]:
    """What an entry says, as far as it may be read; nothing, where its text has been erased."""
    return readable(kind, read_text(kind, schema, body), may) if body else {"document": {}, "reason": ""}
