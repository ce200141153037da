"""Letting go: the bytes of a paper that is kept no longer. What the log says of it stays."""

from collections.abc import Iterable

from sqlalchemy import String, cast, select

from registry import clock
from registry.db import db
from registry.files import Kept
from registry.ledger import live
from registry.press.issued import Print


def let_go(paper: Print, why: str) -> None:
    """Let go of the bytes of a paper, which nothing else has: what was uploaded is written anew before it is kept.

    What the log says of it stays, so that whoever holds the paper may still have it checked.
    """
    if (file := db.session.get(Kept, paper.sha256)) is not None:
        db.session.delete(file)
    paper.let_go, paper.let_go_why, paper.rev = clock.now(), why, paper.rev + 1


def let_go_of_all_that_show(refs: Iterable[str], why: str) -> None:
    """Let go of what shows something erased, in the act that erases it, and of the words it was asked with."""
    with live():
        for ref in refs:
            showing = cast(Print.shows, String).contains(ref)
            for paper in db.session.scalars(select(Print).where(showing, Print.let_go.is_(None))):
                let_go(paper, why)
                paper.asked = {}
