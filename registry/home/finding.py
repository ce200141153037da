"""What is found in the words of the registers: told with the words around, and by kinds."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select

from registry import index
from registry.accounts.caller import Caller, note_access
from registry.db import db
from registry.index import Hit, Wanted
from registry.index.snippets import Piece
from registry.structure.models import Body

MOST_TOLD = 50
"""How many places a search tells; a longer answer wants better words."""

Line = dict[str, Any]


def found_in_words(wanted: Wanted, reader: Caller) -> tuple[list[Line], list[Line]]:
    """The best places for a reader, and how many there are of each kind.

    Of what is private or restricted, the access log says who was told it.
    """
    found = index.seek(wanted, reader)
    told = list(found.told(MOST_TOLD))
    for ref in sorted({hit.document_ref for hit, _ in told if hit.closed}):
        note_access("found private or restricted words", ref, account_ref=reader.ref)
    counts = Counter(hit.kind for hit in found.hits)
    kinds = [{"kind": kind, "count": counts[kind]} for kind in index.kinds_for(reader) if counts[kind]]
    return _lines(told), kinds


def among(wanted: Wanted, reader: Caller, *, narrowed: bool) -> Line:
    """Among what it is sought, and among what else it could be, as the page's form asks it."""
    bodies = db.session.execute(select(Body.ref, Body.name).order_by(Body.name, Body.ref))
    return {
        "narrowed": narrowed,
        "kind": wanted.kind,
        "body": wanted.body_ref or "",
        "first": wanted.first and wanted.first.isoformat(),
        "last": wanted.last and wanted.last.isoformat(),
        "kinds": index.kinds_for(reader),
        "bodies": [{"ref": ref, "name": name} for ref, name in bodies],
    }


def _lines(told: Sequence[tuple[Hit, list[Piece]]]) -> list[Line]:
    bodies = _names({hit.body_ref for hit, _ in told if hit.body_ref})
    return [
        {
            "kind": hit.kind,
            "title": hit.title,
            "href": hit.href,
            "on": hit.on,
            "body": bodies.get(hit.body_ref or ""),
            "page": hit.number if hit.kind == "Paper" else None,
            "pieces": [vars(piece) for piece in pieces],
        }
        for hit, pieces in told
    ]


def _names(refs: Collection[str]) -> dict[str, str]:
    return {ref: name for ref, name in db.session.execute(select(Body.ref, Body.name).where(Body.ref.in_(refs)))}
