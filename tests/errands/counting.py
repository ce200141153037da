"""Errands to test with, and a worker that can do them: `python -m tests.errands.counting`."""

import os
import sys
from pathlib import Path
from time import sleep
from typing import Any

from flask import Flask, abort

from registry import create_app, errands
from registry.accounts.models import Account
from registry.db import db
from registry.errands import Outcome, Working, runs, worker
from registry.errands.models import Errand
from registry.errands.queue import Claim
from tests.books import SETTINGS

NEEDS = "packs.read"


def send(kind: str = "tests.count", key: str = "to three", by: Account | None = None, **asked: Any) -> Errand:
    asked = asked or {"to": 3}
    return errands.send(kind, key=key, title="Counting", account_ref=by.ref if by else None, **asked)


def now_of(errand: Errand | Claim) -> Errand | None:
    """As it is in the books now, whoever changed it."""
    ref = errand.ref
    db.session.rollback()
    return db.session.get(Errand, ref, populate_existing=True)


@runs("tests.count", needs=NEEDS)
def count(working: Working) -> Outcome:
    """Counts, and waits at one for a file of the name of `waits_for`; how often it was begun is in `began`."""
    asked = working.asked
    if "began" in asked:
        with Path(asked["began"]).open("a") as began:
            began.write("begun\n")
    for number in range(asked["to"]):
        working.tell(number, asked["to"], f"Counting {number}")
        while number and "waits_for" in asked and not Path(asked["waits_for"]).exists():
            sleep(0.05)
    return Outcome("count.txt", "text/plain", f"{working.account.name} counted to {asked['to']}".encode())


@runs("tests.fall", needs=NEEDS)
def fall(working: Working) -> None:
    if working.asked.get("over"):
        abort(404, "There is nothing to stand on.")
    raise RuntimeError("fell")


@runs("tests.die", needs=NEEDS)
def die(_: Working) -> None:
    os._exit(9)


def app_on(database: str, instance: str) -> Flask:
    app = create_app(**SETTINGS, SQLALCHEMY_DATABASE_URI=database, ERRAND_LEASE_SECONDS=1)
    app.instance_path = instance
    return app


if __name__ == "__main__":
    worker.LET_OTHERS_GO_FIRST = 0  # those who test beside it would be let go first for a minute
    worker.Worker(app_on(*sys.argv[1:]), at_once=2).run()
