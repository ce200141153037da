"""Decisions on restricted items: the few who may read the item are told of them, all others that there is one."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from sqlalchemy import select

from registry.accounts.caller import Caller
from registry.db import db
from registry.decisions.models import Decision
from registry.meetings.models import Item
from registry.meetings.restricted import PERMISSION, RESTRICTED, bodies_of, restricted_items

Line = dict[str, Any]
Reads = Callable[[Iterable[Line]], list[Line]]
"""Lines of decisions, as somebody reads them."""

UNTOLD: Line = {
    "text": RESTRICTED,
    **dict.fromkeys(("kind", "mover", "mover_ref", "votes_for", "votes_against", "abstained", "review_by")),
    **dict.fromkeys(("rationale", "options_considered", "waits", "how"), ""),
    **{name: [] for name in ("effects", "conditions", "earlier", "later", "paragraphs")},
    "binds_members": False,
}
"""What a line of a decision says to whoever may not read it: its number, whose it is, of when, and what came of it."""


def is_open(line: Line) -> bool:
    """Whether a line says what was decided."""
    return bool(line["kind"])


def as_read_by(account: Caller) -> Reads:
    """The office reads all; of restricted business, others read that of the bodies on which they sit."""
    return _leaving_out(lambda refs: on_restricted_items(refs, account))


def as_everybody_reads() -> Reads:
    """What is not restricted, neither now nor on the day looked at."""
    return _leaving_out(_on_restricted)


def _leaving_out(withheld: Callable[[Collection[str]], set[str]]) -> Reads:
    def read(lines: Iterable[Line]) -> list[Line]:
        lines = list(lines)
        away = withheld([line["ref"] for line in lines])
        return [line | UNTOLD if line["ref"] in away else line for line in lines]

    return read


def on_restricted_items(refs: Collection[str], reader: Caller) -> set[str]:
    """Which of these decisions were taken on items that are restricted, and that somebody may not read."""
    if reader.may(PERMISSION):
        return set()
    mine = select(Decision.ref).where(Decision.ref.in_(refs), Decision.body_ref.in_(bodies_of(reader)))
    return _on_restricted(refs) - set(db.session.scalars(mine))


def _on_restricted(refs: Collection[str]) -> set[str]:
    was = select(Item.ref).where(Item.restricted != "")
    taken = select(Decision.ref).where(Decision.ref.in_(refs))
    return set(db.session.scalars(taken.where(Decision.item_ref.in_(restricted_items()) | Decision.item_ref.in_(was))))
