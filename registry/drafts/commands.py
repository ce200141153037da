"""How a draft is written. It is a working paper: only circulating it makes an entry in the ledger."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from registry import clock
from registry.db import db
from registry.drafts import rules
from registry.drafts.merging import line_of, lines_in, merged, moved
from registry.drafts.models import APART, TAKE, Boxes, Draft, Wording
from registry.drafts.places import in_words
from registry.forms import as_typed
from registry.ledger import together
from registry.ledger.acts import Actor
from registry.structure.models import Body
from registry.terms import commands as versions
from registry.terms.boxes import blank, boxes_of
from registry.terms.models import TERMS_OF_REFERENCE, Terms


def begin(*, body: Body, kind: str, terms: Terms | None = None, by: Actor) -> Draft:
    """Begin to write terms of a body, from the words of a version that was; or, of reference, from the ten headings."""
    with together():
        draft = Draft(body=body, kind=kind, rev=0, boxes=_first_boxes(kind, terms), desks={})
        _stamp(draft, by)
        db.session.add(draft)
    return draft


def _first_boxes(kind: str, before: Terms | None) -> Boxes:
    """A version's words are still to be numbered anew, and their review to be set."""
    if before is not None:
        return as_typed(boxes_of(before) | {"version": None, "review_due": None})
    return as_typed(blank()) if kind == TERMS_OF_REFERENCE else {}


def write(draft: Draft, *, was: Boxes, boxes: Boxes, desk: str, by: Actor) -> None:
    """Save what was written in some boxes, in which `was` is what stood when the writer saw them.

    What others have written elsewhere stays; where they wrote in the same box, both wordings are kept.
    """
    with together():
        _hold(draft)
        own = {box for box, writer in draft.desks.items() if desk and writer == desk}
        found = merged(was, draft.boxes, boxes, own)
        changed = {box for box in boxes if found.boxes.get(box) != draft.boxes.get(box)}
        dropped = _drop_what_now_stands(draft, {box for box in boxes if boxes[box] == found.boxes.get(box, "")}, desk)
        kept = [_keep(draft, box, text, desk, by) for box, text in found.clashes.items()]
        if changed or dropped or any(kept):
            draft.boxes, draft.desks = found.boxes, draft.desks | dict.fromkeys(changed, desk)
            _stamp(draft, by)


def _drop_what_now_stands(draft: Draft, boxes: set[str], desk: str) -> bool:
    """Of boxes in which a desk now has what stands, it has no other wording any longer."""
    needless = [each for each in draft.wordings if desk and each.desk == desk and each.box in boxes]
    for wording in needless:
        draft.wordings.remove(wording)
    return bool(needless)


def _keep(draft: Draft, box: str, text: str, desk: str, by: Actor) -> bool:
    """Keep a wording beside what stands: in place of the desk's own earlier one. Tells whether anything was new."""
    there = [each for each in draft.wordings if each.box == box]
    if any(each.text == text for each in there):
        return False
    own = next((each for each in there if desk and each.desk == desk), None)
    if own is None:
        draft.wordings.append(Wording(box=box, text=text, desk=desk, account_ref=by.ref, at=clock.now()))
    else:
        own.text, own.at = text, clock.now()
    return True


def settle(draft: Draft, *, wording: str, stands: str, choice: str, by: Actor) -> None:
    """Choose between two wordings of a box, of which the one that `stands` was seen.

    The other is taken in its place, or left; or, of a line that two began at once, made a line of its own.
    """
    with together():
        _hold(draft)
        kept = next((each for each in draft.wordings if each.ref == wording), None)
        rules.wording_is_still_kept(kept is not None)
        assert kept is not None
        rules.what_stands_was_seen(draft.boxes.get(kept.box, "") == stands)
        if choice == APART:
            _put_apart(draft, kept)
        else:
            draft.wordings.remove(kept)
            if choice == TAKE:
                _put(draft, {kept.box: kept.text})
        _stamp(draft, by)


def _put_apart(draft: Draft, kept: Wording) -> None:
    """Make a line of its own of all that was written at a desk in the line that somebody else began there."""
    line = line_of(kept.box)
    rules.is_of_a_line(line is not None)
    assert line is not None
    place = max(lines_in(line[0], draft.boxes), default=-1) + 1
    for each in [each for each in draft.wordings if line_of(each.box) == line and each.desk == kept.desk]:
        _put(draft, {moved(each.box, place): each.text})
        draft.wordings.remove(each)


def _put(draft: Draft, boxes: Boxes) -> None:
    draft.boxes = {name: text for name, text in (draft.boxes | boxes).items() if text}
    draft.desks = draft.desks | dict.fromkeys(boxes, "")


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


def _hold(draft: Draft) -> None:
    """Let nobody else save the draft until this is done, and see what they have saved.

    The savepoint makes SQLite let nobody else write from here on; PostgreSQL locks the row.
    """
    with db.session.begin_nested():
        db.session.refresh(draft, with_for_update=True)


def _stamp(draft: Draft, by: Actor) -> None:
    draft.rev, draft.saved_by_ref, draft.saved = draft.rev + 1, by.ref, clock.now()
