from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select, true

from registry.db import db
from registry.ledger import live
from registry.outbox.models import UNSENT, Letter
from registry.people.models import Person

Line = dict[str, Any]
TOLD = (
    "ref", "rev", "name", "person_ref", "address", "subject", "body", "state", "written", "sent", "tried", "tries",
    "failure",
)  # fmt: skip


def letters(which: ColumnElement[bool] | None = None) -> list[Line]:
    """Every letter written, the latest first: of now, since the ledger knows of none."""
    with live():
        found = select(Letter).where(true() if which is None else which)
        return [line_of(letter) for letter in db.session.scalars(found.order_by(Letter.written.desc(), Letter.ref))]


def letters_to(person: Person) -> list[Line]:
    return letters(Letter.person_ref == person.ref)


def not_gone() -> int:
    """How many letters should have gone and have not."""
    with live():
        return db.session.scalar(select(func.count()).select_from(Letter).where(Letter.state.in_(UNSENT))) or 0


def states_of(refs: Iterable[str]) -> dict[str, str]:
    """What has become of letters, by their refs."""
    with live():
        found = select(Letter.ref, Letter.state).where(Letter.ref.in_(list(refs)))
        return dict(db.session.execute(found).all())


def line_of(letter: Letter) -> Line:
    return {name: getattr(letter, name) for name in TOLD} | {"title": letter.called, "live": bool(letter.secret)}
