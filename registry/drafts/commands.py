"""How a draft is written. It is a working paper: only circulating it makes an entry in the ledger."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from registry.db import db
from registry.drafts import rules
from registry.drafts.desk import save, settle, stamp
from registry.drafts.models import Boxes, Draft, Wording
from registry.drafts.places import in_words
from registry.forms import as_typed
from registry.ledger import together
from registry.ledger.acts import Actor
from registry.structure.models import Body
from registry.terms import commands as versions
from registry.terms.boxes import blank, boxes_of
from registry.terms.models import TERMS_OF_REFERENCE, Terms

__all__ = ["begin", "circulate", "discard", "settle", "write"]


def begin(*, body: Body, kind: str, terms: Terms | None = None, by: Actor) -> Draft:
    """Begin to write terms of a body, from the words of a version that was; or, of reference, from the ten headings."""
    with together():
        draft = Draft(body=body, kind=kind, rev=0, boxes=_first_boxes(kind, terms), desks={})
        stamp(draft, by)
        db.session.add(draft)
    return draft


def _first_boxes(kind: str, before: Terms | None) -> Boxes:
    """A version's words are still to be numbered anew, and their review to be set."""
    if before is not None:
        return as_typed(boxes_of(before) | {"version": None, "review_due": None})
    return as_typed(blank()) if kind == TERMS_OF_REFERENCE else {}


def write(draft: Draft, *, was: Boxes, boxes: Boxes, desk: str, by: Actor) -> None:
    """Save what was written in some boxes, in which `was` is what stood when the writer saw them."""
    save(draft, was=was, boxes=boxes, desk=desk, by=by, kept_as=Wording)


def circulate(
    draft: Draft,
    words: Mapping[str, Any],
    *,
    circulated: date,
    circulated_to: str,
    comments_by: date | None,
    by: Actor,
) -> Terms:
    """Enter the draft in the ledger as a version that went out on a day; `words` are what its boxes were read as."""
    rules.wordings_are_settled("; ".join(in_words(wording.box) for wording in draft.wordings))
    with together():
        told: Mapping[str, Any] = {
            "circulated": circulated,
            "circulated_to": circulated_to,
            "comments_by": comments_by,
        }
        version = versions.circulate(body=draft.body, kind=draft.kind, **words, **told, by=by)
        draft.circulated = version
    return version


def discard(draft: Draft, *, by: Actor) -> None:
    """Throw a draft away; the versions that went out from it stay."""
    with together():
        db.session.delete(draft)
