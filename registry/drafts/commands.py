"""How a draft is written. It is a working paper: only circulating it makes an entry in the ledger."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from registry import clock
from registry.db import db
from registry.drafts import rules
from registry.drafts.merging import merged
from registry.drafts.models import Boxes, Draft, Save, Wording
from registry.drafts.places import in_words
from registry.forms import as_typed
from registry.ledger import together
from registry.ledger.acts import Actor
from registry.structure.models import Body
from registry.terms import commands as versions
from registry.terms.boxes import blank, boxes_of
from registry.terms.models import TERMS_OF_REFERENCE, Terms

SAVES_KEPT = 500


def begin(*, body: Body, kind: str, terms: Terms | None = None, by: Actor) -> Draft:
    """Begin to write terms of a body, from the words of a version that was; or, of reference, from the ten headings."""
    with together():
        draft = Draft(body=body, kind=kind, after=terms, rev=0)
        _save(draft, _first_boxes(kind, terms), by)
        db.session.add(draft)
    return draft


def _first_boxes(kind: str, before: Terms | None) -> Boxes:
    """A version's words are still to be numbered anew, and their review to be set."""
    if before is not None:
        return as_typed(boxes_of(before) | {"version": None, "review_due": None})
    return as_typed(blank()) if kind == TERMS_OF_REFERENCE else {}


def write(draft: Draft, *, base: int, boxes: Boxes, by: Actor) -> None:
    """Save what was written by somebody who had seen the draft as it was saved at the rev `base`.

    What others have saved since stays; where they wrote in the same box, both wordings are kept. So they are of every
    box that differs, where what had been seen is too long ago to be on file.
    """
    with together():
        _hold(draft)
        had_seen = db.session.scalar(select(Save.boxes).where(Save.draft_ref == draft.ref, Save.rev == base))
        found = merged(had_seen or {}, draft.boxes, boxes)
        for box, text in found.clashes.items():
            draft.wordings.append(Wording(box=box, text=text, account_ref=by.ref, at=clock.now()))
        if found.boxes != draft.boxes or found.clashes:
            _save(draft, found.boxes, by)


def settle(draft: Draft, *, wording: str, take: bool, by: Actor) -> None:
    """Choose between two wordings of a box: take the one that stands beside it, or leave the one in it."""
    with together():
        _hold(draft)
        kept = next((each for each in draft.wordings if each.ref == wording), None)
        rules.wording_is_still_kept(kept is not None)
        assert kept is not None
        draft.wordings.remove(kept)
        _save(draft, {**draft.boxes, kept.box: kept.text} if take else draft.boxes, by)


def circulate(
    draft: Draft, words: Mapping[str, Any], *, circulated: date, circulated_to: str, comments_by: date | None, by: Actor
) -> Terms:
    """Enter the draft in the ledger as a version that went out on a day; `words` are what its boxes were read as."""
    rules.wordings_are_settled("; ".join(in_words(wording.box) for wording in draft.wordings))
    with together():
        told: Mapping[str, Any] = {"circulated": circulated, "circulated_to": circulated_to, "comments_by": comments_by}
        version = versions.circulate(body=draft.body, kind=draft.kind, **words, **told, by=by)
        draft.circulated = version
    return version


def discard(draft: Draft, *, by: Actor) -> None:
    """Throw a draft away; the versions that went out from it stay."""
    with together():
        db.session.delete(draft)


def _hold(draft: Draft) -> None:
    """Let nobody else save the draft until this is done, and see what they have saved.

    The savepoint makes SQLite let nobody else write from here on; PostgreSQL locks the row.
    """
    with db.session.begin_nested():
        db.session.refresh(draft, with_for_update=True)


def _save(draft: Draft, boxes: Boxes, by: Actor) -> None:
    draft.rev, draft.boxes, draft.saved_by_ref, draft.saved = draft.rev + 1, dict(boxes), by.ref, clock.now()
    db.session.execute(delete(Save).where(Save.draft_ref == draft.ref, Save.rev <= draft.rev - SAVES_KEPT))
    draft.saves.append(Save(rev=draft.rev, boxes=dict(boxes), account_ref=by.ref, at=draft.saved))
