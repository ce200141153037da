"""How an errand is sent: what is the same is sent once, whoever asks."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from registry import clock, ledger
from registry.db import db
from registry.errands.kinds import KINDS
from registry.errands.models import DONE, RUNNING, WAITING, Errand, ErrandAsker
from registry.errands.shelf import is_kept
from registry.ledger import together


def send(kind: str, *, key: str, title: str, account_ref: str | None = None, **asked: Any) -> Errand:
    """Have something done in the background, for an account or, without one, for the registry itself.

    `key` says all that the outcome depends on but the books: who reads it, if that tells in it. What waits under the
    same key, or was begun with the books as they are, is not sent again: whoever asks shares it. Sent in an act, it
    is undone with it.
    """
    if kind not in KINDS:
        raise LookupError(f"nothing does errands of the kind {kind}")
    with together():
        errand = _same(kind, key) or _sent(kind, key=key, title=title, account_ref=account_ref, asked=asked)
        if account_ref is not None and db.session.get(ErrandAsker, (errand.ref, account_ref)) is None:
            db.session.add(ErrandAsker(errand_ref=errand.ref, account_ref=account_ref))
    return errand


def _same(kind: str, key: str) -> Errand | None:
    under = select(Errand).where(Errand.kind == kind, Errand.key == key).order_by(Errand.sent.desc(), Errand.ref)
    size = ledger.head().size
    return next((each for each in db.session.scalars(under) if _still_is(each, size)), None)


def _still_is(errand: Errand, size: int) -> bool:
    """Whether an errand does what would be done if it were sent again now."""
    if errand.state == DONE:
        return errand.size == size and (not errand.sha256 or is_kept(errand.sha256))
    return errand.state == WAITING or (errand.state == RUNNING and errand.size == size)


def _sent(kind: str, **facts: Any) -> Errand:
    """A new errand; of two who send the same at once, the second has the first one's."""
    errand = Errand(rev=1, kind=kind, state=WAITING, sent=clock.now(), **facts)
    try:
        with db.session.begin_nested():
            db.session.add(errand)
    except IntegrityError:
        return db.session.scalars(
            select(Errand).where(Errand.kind == kind, Errand.key == facts["key"], Errand.state == WAITING)
        ).one()
    return errand
