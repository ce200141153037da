"""The demo federation, told once, and a real server for each copy of its books."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any

from flask import Flask
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import select
from werkzeug.serving import WSGIRequestHandler, make_server

from registry import clock, create_app
from registry.accounts import commands as accounts
from registry.accounts.caller import COOKIE
from registry.accounts.models import Account, SignIn
from registry.accounts.passwords import hash_secret
from registry.cli.books import migrate
from registry.db import db
from registry.demo.story import tell

THAT_DAY = datetime(2026, 11, 22, 10, tzinfo=UTC)
"""When the reader of these pages reads them: after all that the story tells, and before its next meeting."""

PASSWORD = "four candles in the crypt"
SECRETARY, DIRECTOR, MEMBER = "secretary@example.org", "director@example.org", "member@example.org"

CHROMIUM = {
    "executable_path": os.environ.get("REGISTRY_CHROMIUM", "/usr/bin/chromium"),
    "args": [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-quic",
        "--no-first-run",
        "--disable-component-update",
        "--disable-sync",
    ],
}
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 900}

dice = count(1)


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_request(self, *_: Any) -> None: ...


@dataclass(frozen=True)
class Federation:
    """The books of the demo federation, where a server answers for them."""

    at: str
    app: Flask

    def let_in(self, email: str) -> dict[str, str]:
        """The cookie of somebody who has signed in before."""
        secret = f"{email}-{next(dice)}"
        with self.app.app_context(), clock.telling(THAT_DAY):
            account = db.session.scalars(select(Account).where(Account.email == email)).one()
            now = clock.now()
            db.session.add(SignIn(hash=hash_secret(secret), account_ref=account.ref, began=now, used=now))
            db.session.commit()
            db.session.remove()
        return {"name": COOKIE, "value": secret, "url": self.at}


def write_books(folder: Path, shelf: Path) -> Path:
    """The whole story in new books, whose readers all have the same password."""
    path = folder / "demo.db"
    app = on_books(path, shelf)
    with app.app_context():
        migrate()
        tell(lambda _: None)
        with clock.telling(THAT_DAY):
            for account in db.session.scalars(select(Account)):
                accounts.set_password(account, PASSWORD)
        db.session.remove()
        db.engine.dispose()
    return path


def on_books(path: Path, shelf: Path) -> Flask:
    """Safe from the first page, as it is installed; only that many may sign in from this one address.

    What is set of packs is kept on a shelf, as it is there, for all who open the same books.
    """
    app = create_app(
        SECRET_KEY="for tests",
        SIGN_IN_LIMIT="600 per minute",
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{path}",
        PRESS_WORKERS=1,
    )
    app.instance_path = str(shelf)
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache()  # the next server need not compile every page again
    return app


@contextmanager
def open_to_readers(books: Path, folder: Path, shelf: Path) -> Iterator[Federation]:
    """A server on a copy of the books, whose clock stands at that day."""
    app = on_books(folder / "copy.db", shelf)
    open_anew(app, books)
    server = make_server("127.0.0.1", 0, then(app.wsgi_app), threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Federation(f"http://127.0.0.1:{server.port}", app)
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        db.engine.dispose()


def open_anew(app: Flask, books: Path) -> None:
    """Give an application a fresh copy of some books, whatever was written in the last."""
    with app.app_context():
        db.engine.dispose()
        copy = Path(str(db.engine.url.database))
    for beside in ("-wal", "-shm"):
        copy.with_name(copy.name + beside).unlink(missing_ok=True)
    copy.unlink(missing_ok=True)
    shutil.copy(books, copy)


def then(answers: Callable[..., Any]) -> Callable[..., Any]:
    """Answers each request as on that day."""

    def answer(*request: Any) -> Any:
        with clock.telling(THAT_DAY, seed=next(dice)):
            return answers(*request)

    return answer
