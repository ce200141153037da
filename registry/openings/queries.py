from collections.abc import Iterable
from datetime import date
from typing import Any

from marshmallow import fields
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.decisions.models import Decision
from registry.forms import Form, label, options_of
from registry.ledger import Document
from registry.openings.books import BY_NAME
from registry.openings.models import OpenedEntry, Opening, Reconciliation
from registry.wording import counted

Line = dict[str, Any]

NOT_ON_FILE = "not on file"


def openings_on(day: date) -> list[Line]:
    """The old books that had been brought in by a day, in the order in which they were."""
    asked = select(Opening).where(Opening.entered <= day).options(selectinload(Opening.entries))
    found = db.session.scalars(asked.order_by(Opening.entered, Opening.ref))
    return [line_of(opening) | {"number": number} for number, opening in enumerate(found, start=1)]


def line_of(opening: Opening) -> Line:
    entries = opening.entries
    return {
        "ref": opening.ref,
        "what": opening.what,
        "book": BY_NAME[opening.what].title,
        "source": opening.source,
        "entered": opening.entered,
        "lines": len(entries),
        "name": opening.name,
        "sha256": opening.sha256,
        "seal": opening.sha256[:16],
        "paper": opening.paper_name,
        "lacking": in_sum(opening.what, entries),
    }


def in_sum(what: str, entries: Iterable[OpenedEntry]) -> str:
    """What a book lacks, counted: 3 without authority on file, 2 dates not given to the day, 1 remark."""
    found = list(entries)
    uncited = sum(BY_NAME[what].cites and not entry.authority for entry in found)
    undated = sum(bool(entry.dates) for entry in found)
    odd = sum(len(entry.remarks.splitlines()) for entry in found)
    said = [
        f"{uncited:,} without authority on file" if uncited else "",
        f"{counted(undated, 'date')} not given to the day" if undated else "",
        counted(odd, "other gap or oddity", "other gaps or oddities") if odd else "",
    ]
    return ", ".join(filter(None, said)) or "nothing"


def opening_on(opening: Opening) -> Line:
    """One old book, with every line of it as it was brought in."""
    entries = sorted(opening.entries, key=lambda entry: entry.place)
    return line_of(opening) | {
        "title": opening.called,
        "rev": opening.rev,
        "as_at": opening.as_at,
        "issued": opening.issued,
        "entries": [entry_line(entry, opening.what) for entry in entries],
    }


def entry_line(entry: OpenedEntry, what: str) -> Line:
    return {
        "place": entry.place,
        "words": entry.words,
        "dates": entry.dates,
        "authority": authority_of(entry, what),
        "decision": entry.decision_ref,
        "remarks": entry.remarks.splitlines(),
        "kind": entry.document_kind,
        "ref": entry.document_ref,
    }


def authority_of(entry: OpenedEntry, what: str) -> str:
    return entry.authority or (NOT_ON_FILE if BY_NAME[what].cites else "")


def entries_about(document: Document, day: date) -> list[Line]:
    """What the old books say of a document: line by line, from which book."""
    return _entries(OpenedEntry.document_ref == document.ref, day)


def entries_citing(decision: Decision, day: date) -> list[Line]:
    """What the old books say was done by the authority of a decision."""
    return _entries(OpenedEntry.decision_ref == decision.ref, day)


def _entries(which: ColumnElement[bool], day: date) -> list[Line]:
    asked = select(OpenedEntry).join(Opening).where(which, Opening.entered <= day)
    found = db.session.scalars(asked.options(joinedload(OpenedEntry.opening)).order_by(Opening.ref, OpenedEntry.place))
    return [
        entry_line(entry, entry.opening.what) | {"source": entry.opening.source, "opening": entry.opening_ref}
        for entry in found
    ]


def books_and_their_columns() -> list[Line]:
    """What can be brought in, in which order, and what each file is headed with."""
    return [
        {
            "what": what,
            "book": book.title,
            "heads": ",".join(book.asks().labels().values()),
            "tells": [column(name, book.asks()) for name in book.asks().fields],
        }
        for what, book in BY_NAME.items()
    ]


def column(name: str, form: Form) -> str:
    """A column in words: Folio (needed): its number in the old register."""
    field = form.fields[name]
    choices = [option["value"] for option in options_of(field)] if isinstance(field, fields.String) else []
    hint = field.metadata.get("hint") or (f"One of: {', '.join(choices)}." if choices else "")
    needed = " (needed)" if field.required else ""
    return f"{label(field)}{needed}" + (f": {hint[0].lower()}{hint[1:]}" if hint else "")


def signed_on(day: date) -> list[Line]:
    """The sheets signed by a day."""
    asked = select(Reconciliation).where(Reconciliation.on <= day).order_by(Reconciliation.on, Reconciliation.ref)
    return [
        {
            "ref": each.ref,
            "as_at": each.as_at,
            "on": each.on,
            "signed_by": each.signed_by,
            "differences": each.differences,
            "paper": each.paper_name,
        }
        for each in db.session.scalars(asked)
    ]


def last_unsigned(day: date) -> Opening | None:
    """The last of the old books brought in since a sheet was last signed, if any was."""
    last = db.session.scalar(select(Opening).where(Opening.entered <= day).order_by(Opening.ref.desc()).limit(1))
    signed = db.session.scalar(select(Reconciliation).order_by(Reconciliation.ref.desc()).limit(1))
    return None if last is None or (signed is not None and signed.ref > last.ref) else last
