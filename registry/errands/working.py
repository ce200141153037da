"""How an errand is done: with the rights of whoever sent it, telling how far it has come, to a file or a sentence."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, g
from marshmallow import ValidationError

from registry import clock
from registry.accounts.caller import HOUSE, Caller, caller_for
from registry.accounts.models import Account
from registry.db import db
from registry.errands import queue, shelf
from registry.errands.kinds import KINDS, Kind, Outcome
from registry.errands.models import Errand
from registry.errands.queue import Claim, Lost
from registry.errands.words import in_words

NO_LONGER_MAY = "Whoever sent it may no longer have it."
NOTHING_DOES_IT = "This version of the registry no longer does this."


@dataclass(frozen=True)
class Working:
    """An errand for whoever does it: what was asked, by whom, and how to tell how far it has come."""

    kind: str
    asked: dict[str, Any]
    account: Caller
    held: Claim

    def tell(self, done: int, of: int, words: str = "") -> None:
        """So many are done of so many, and what is done now; raises Lost once somebody else is doing it."""
        self.held.note(done=done, of=of, words=words, heard=clock.now())


def work_off(app: Flask) -> int:
    """Do, in this process and one by one, all that waits; how many that were."""
    count = 0
    with app.app_context():
        while (held := queue.claim()) is not None:
            do(app, held)
            count += 1
    return count


def do(app: Flask, held: Claim) -> None:
    """Do one errand, whatever comes of it."""
    with app.app_context(), app.test_request_context(base_url=app.config["ADDRESS"] or None):
        try:
            _end(held, _outcome(held))
        except Lost:
            db.session.rollback()
        except Exception as fault:
            db.session.rollback()
            held.fail(in_words(fault, f"errand {held.ref} failed"))


def _outcome(held: Claim) -> Outcome | None:
    errand = db.session.get_one(Errand, held.ref, populate_existing=True)
    name, asked, account = errand.kind, dict(errand.asked), _rights_of(errand.account_ref)
    kind = _kind_of(errand, account)
    g.account, g.by_token = account, True
    db.session.rollback()
    return kind.does(Working(name, asked, account, held))


def _rights_of(account_ref: str | None) -> Caller:
    account = db.session.get(Account, account_ref) if account_ref else None
    return caller_for(account, clock.today()) if account else HOUSE


def _kind_of(errand: Errand, account: Caller) -> Kind:
    if (kind := KINDS.get(errand.kind)) is None:
        raise ValidationError(NOTHING_DOES_IT)
    if errand.account_ref and not account.may(kind.needs):
        raise ValidationError(NO_LONGER_MAY)
    return kind


def _end(held: Claim, outcome: Outcome | None) -> None:
    if outcome is None:
        queue.done_with(held)
    else:
        told = {"name": outcome.name, "media_type": outcome.media_type, "words": outcome.words}
        queue.done_with(held, **told, sha256=shelf.keep(outcome.content))
