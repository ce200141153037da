"""How a declaration is written. It is a working paper: only confirming it makes an entry in the ledger."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.declarations import rules
from registry.declarations.models import Boxes, Declaration
from registry.interests import commands as interests
from registry.interests.models import Interest
from registry.interests.schemas import as_boxes
from registry.ledger import together
from registry.ledger.acts import Actor
from registry.people.models import Person


def begin(person: Person, *, boxes: Boxes, by: Actor) -> Declaration:
    """Begin to declare an interest of a person's with the first thing that is said of it."""
    with together():
        declaration = Declaration(person=person, rev=0, boxes=boxes)
        _stamp(declaration, by)
        db.session.add(declaration)
    return declaration


def revise(interest: Interest, *, reason: str = "", by: Actor) -> Declaration:
    """Begin to change an interest, from what was last said of it; what the same account began before is overtaken."""
    boxes = as_boxes(interests.as_it_is_told(interest)) | {"reason": reason}
    with together():
        for each in _begun_on(interest):
            if each.written_by_ref == by.ref:
                db.session.delete(each)
        declaration = Declaration(person=interest.person, interest=interest, seen=interest.rev, rev=0, boxes=boxes)
        _stamp(declaration, by)
        db.session.add(declaration)
    return declaration


def answer(declaration: Declaration, *, asked: Collection[str], boxes: Boxes, by: Actor) -> None:
    """Keep what a page was answered, in place of what stood in the boxes that it asked for."""
    with together():
        others = {name: value for name, value in declaration.boxes.items() if name not in asked}
        declaration.boxes = others | boxes
        _stamp(declaration, by)


def confirm(declaration: Declaration, told: Mapping[str, Any], *, agreed: bool, by: Actor) -> Interest:
    """Enter in the ledger what was declared or changed, as the boxes were read: `told`."""
    rules.word_is_given(agreed)
    with together():
        if (interest := declaration.interest) is None:
            interest = interests.declare(declaration.person, **told, by=by)
        else:
            interests.change(interest, **told, by=by)
        for each in [declaration] if declaration.interest is None else _begun_on(interest):
            db.session.delete(each)
    return interest


def _begun_on(interest: Interest) -> Sequence[Declaration]:
    """Every change of an interest that was begun and not confirmed, by whomever."""
    return db.session.scalars(select(Declaration).where(Declaration.interest_ref == interest.ref)).all()


def discard(declaration: Declaration, *, by: Actor) -> None:
    """Throw away what was written; nothing was recorded of it."""
    with together():
        db.session.delete(declaration)


def _stamp(declaration: Declaration, by: Actor) -> None:
    declaration.rev, declaration.written_by_ref, declaration.at = declaration.rev + 1, by.ref, clock.now()
