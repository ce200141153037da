"""How several write one paper at once: what each saves is merged, and of two wordings of one box both are kept.

A paper is a working paper of any room with `boxes`, `desks`, `wordings` and who last saved it when.
"""

from typing import Any

from registry import clock
from registry.db import db
from registry.drafts import rules
from registry.drafts.merging import line_of, lines_in, merged, moved
from registry.drafts.models import APART, TAKE, Boxes
from registry.ledger import together
from registry.ledger.acts import Actor


def save(paper: Any, *, was: Boxes, boxes: Boxes, desk: str, by: Actor, kept_as: type[Any]) -> None:
    """Save what was written in some boxes, in which `was` is what stood when the writer saw them.

    What others have written elsewhere stays; where they wrote in the same box, both wordings are kept.
    """
    with together():
        hold(paper)
        own = {box for box, writer in paper.desks.items() if desk and writer == desk}
        found = merged(was, paper.boxes, boxes, own)
        changed = {box for box in boxes if found.boxes.get(box) != paper.boxes.get(box)}
        dropped = _drop_what_now_stands(paper, {box for box in boxes if boxes[box] == found.boxes.get(box, "")}, desk)
        kept = [_keep(paper, kept_as, box, text, desk, by) for box, text in found.clashes.items()]
        if changed or dropped or any(kept):
            paper.boxes, paper.desks = found.boxes, paper.desks | dict.fromkeys(changed, desk)
            stamp(paper, by)


def _drop_what_now_stands(paper: Any, boxes: set[str], desk: str) -> bool:
    """Of boxes in which a desk now has what stands, it has no other wording any longer."""
    needless = [each for each in paper.wordings if desk and each.desk == desk and each.box in boxes]
    for wording in needless:
        paper.wordings.remove(wording)
    return bool(needless)


def _keep(paper: Any, kept_as: type[Any], box: str, text: str, desk: str, by: Actor) -> bool:
    """Keep a wording beside what stands: in place of the desk's own earlier one. Tells whether anything was new."""
    there = [each for each in paper.wordings if each.box == box]
    if any(each.text == text for each in there):
        return False
    own = next((each for each in there if desk and each.desk == desk), None)
    if own is None:
        paper.wordings.append(kept_as(box=box, text=text, desk=desk, account_ref=by.ref, at=clock.now()))
    else:
        own.text, own.at = text, clock.now()
    return True


def settle(paper: Any, *, wording: str, stands: str, choice: str, by: Actor) -> None:
    """Choose between two wordings of a box, of which the one that `stands` was seen.

    The other is taken in its place, or left; or, of a line that two began at once, made a line of its own.
    """
    with together():
        hold(paper)
        kept = next((each for each in paper.wordings if each.ref == wording), None)
        rules.wording_is_still_kept(kept is not None)
        assert kept is not None
        rules.what_stands_was_seen(paper.boxes.get(kept.box, "") == stands)
        if choice == APART:
            _put_apart(paper, kept)
        else:
            paper.wordings.remove(kept)
            if choice == TAKE:
                _put(paper, {kept.box: kept.text})
        stamp(paper, by)


def _put_apart(paper: Any, kept: Any) -> None:
    """Make a line of its own of all that was written at a desk in the line that somebody else began there."""
    line = line_of(kept.box)
    rules.is_of_a_line(line is not None)
    assert line is not None
    place = max(lines_in(line[0], paper.boxes), default=-1) + 1
    for each in [each for each in paper.wordings if line_of(each.box) == line and each.desk == kept.desk]:
        _put(paper, {moved(each.box, place): each.text})
        paper.wordings.remove(each)


def _put(paper: Any, boxes: Boxes) -> None:
    paper.boxes = {name: text for name, text in (paper.boxes | boxes).items() if text}
    paper.desks = paper.desks | dict.fromkeys(boxes, "")


def hold(paper: Any) -> None:
    """Let nobody else save the paper until this is done, and see what they have saved.

    The savepoint makes SQLite let nobody else write from here on; PostgreSQL locks the row.
    """
    with db.session.begin_nested():
        db.session.refresh(paper, with_for_update=True)


def stamp(paper: Any, by: Actor) -> None:
    paper.rev, paper.saved_by_ref, paper.saved = paper.rev + 1, by.ref, clock.now()
