"""The errands themselves are the queue: each is taken up by one worker, and held for as long as it is heard of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import current_app
from sqlalchemy import Select, and_, delete, or_, select, update

from registry import clock, ledger
from registry.db import db
from registry.errands import shelf
from registry.errands.models import DONE, FAILED, RUNNING, WAITING, Errand, ErrandAsker

MOST_TRIES = 3
GIVEN_UP = f"It was begun {MOST_TRIES} times, and each time whatever did it came to an end before it was done."


class Lost(Exception):
    """Another worker has taken the errand up, or it is gone: whoever still does it is to stop."""


@dataclass(frozen=True)
class Claim:
    """An errand as one worker holds it: the `tries` it was begun with tell it from every other time."""

    ref: str
    tries: int

    def note(self, **facts: Any) -> None:
        """Write down how it stands, seen by everybody at once; raises Lost if it is this worker's no longer."""
        held = update(Errand).where(Errand.ref == self.ref, Errand.tries == self.tries, Errand.state == RUNNING)
        with db.engine.begin() as connection:
            if not connection.execute(held.values(**facts)).rowcount:
                raise Lost(self.ref)

    def end(self, state: str, **facts: Any) -> None:
        self.note(state=state, ended=clock.now(), **facts)

    def fail(self, sentence: str) -> None:
        self.end(FAILED, failure=sentence)

    def leave(self) -> None:
        """Leave it to be begun again at once."""
        self.note(heard=None)


def claim() -> Claim | None:
    """The next errand, as from now this worker's: what somebody waits for comes before what nobody does."""
    while (found := db.session.execute(_next(clock.now())).first()) is not None:
        held = _take_up(*found)
        if held is not None and held.tries <= MOST_TRIES:
            return held
        if held is not None:
            held.fail(GIVEN_UP)
    db.session.rollback()
    return None


def _next(now: datetime) -> Select[str, int, str]:
    silent = timedelta(seconds=float(current_app.config["ERRAND_LEASE_SECONDS"]))
    lapsed = and_(Errand.state == RUNNING, or_(Errand.heard.is_(None), Errand.heard < now - silent))
    free = select(Errand.ref, Errand.tries, Errand.state).where(or_(Errand.state == WAITING, lapsed))
    return free.order_by(Errand.account_ref.is_(None), Errand.sent, Errand.ref).limit(1)


def _take_up(ref: str, tries: int, state: str) -> Claim | None:
    """The errand, unless another worker was quicker."""
    now, seen = clock.now(), (Errand.ref == ref, Errand.tries == tries, Errand.state == state)
    begun = {"state": RUNNING, "tries": tries + 1, "began": now, "heard": now, "size": ledger.head().size}
    taken = db.session.execute(update(Errand).where(*seen).values(begun | {"done": 0, "of": 0, "words": ""}))
    db.session.commit()
    return Claim(ref, tries + 1) if taken.rowcount else None  # type: ignore[attr-defined]


def done_with(held: Claim, **outcome: str) -> None:
    """It has ended well: with the name, media type and hash of a file, and words about it, or with nothing."""
    held.end(DONE, **({"words": ""} | outcome))


def sweep() -> None:
    """Let go of the errands that ended long ago, and of their files."""
    oldest = clock.now() - timedelta(days=float(current_app.config["ERRAND_DAYS"]))
    ended = select(Errand.ref).where(Errand.ended < oldest)
    with db.engine.begin() as connection:
        connection.execute(delete(ErrandAsker).where(ErrandAsker.errand_ref.in_(ended)))
        connection.execute(delete(Errand).where(Errand.ended < oldest))
    shelf.sweep(_wanted(db.session.scalars(select(Errand.sha256))))


def _wanted(digests: Iterable[str]) -> set[str]:
    return {digest for digest in digests if digest}
