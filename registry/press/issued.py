"""The log of what was printed: every paper handed out, its bytes kept, whatever becomes of the books afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf
from sqlalchemy import JSON, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from registry import clock, ledger
from registry.clock import new_ref
from registry.db import Ref, db
from registry.files import Kept, kept
from registry.ledger import Record, live
from registry.press.alone import alone


class Print(Record):
    """A paper as it was handed out: a working paper, which no act entered.

    `door` and `asked` are what was asked for, and `about_ref` the document that it is of, if it is of one; `on` is the
    day that it tells of, and `known` the instant. `size` and `root` are the ledger's when it was printed, at `at`, for
    the first time; `shows` are the documents that were read for it. The bytes are kept under `sha256`.
    """

    __word__ = "code"

    code: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    door: Mapped[str]
    asked: Mapped[dict[str, Any]] = mapped_column(JSON)
    about_ref: Mapped[Ref | None] = mapped_column(index=True)
    shows: Mapped[list[str]] = mapped_column(JSON)
    on: Mapped[date]
    known: Mapped[datetime]
    size: Mapped[int]
    root: Mapped[str]
    pages: Mapped[int]
    sha256: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
    account_ref: Mapped[Ref | None]
    withdrawn: Mapped[datetime | None]
    withdrawn_why: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return self.title


@dataclass(frozen=True)
class Wanted:
    """A paper that is asked for, by whom, and what was read for it."""

    title: str
    door: str
    asked: dict[str, Any]
    about_ref: str | None
    on: date
    known: datetime | None
    shows: Sequence[str]
    account_ref: str | None


def issued(code: str, wanted: Wanted, make: Callable[[], bytes]) -> bytes:
    """The paper of a code: as it was handed out before or, the first time, as it is made now.

    The log may have lost the bytes; a paper that says the same can be made all the same.
    """
    with live():
        if (before := _before(code)) is not None:
            return before
        with alone(code):
            if (before := _before(code)) is not None:
                return before
            content = make()
            _enter(code, wanted, content)
    return content


def _before(code: str) -> bytes | None:
    """What was handed out under a code, if it still is as it was."""
    digest = db.session.scalar(select(Print.sha256).where(Print.code == code))
    try:
        return kept(digest) if digest else None
    except (LookupError, ValueError):
        return None


def _enter(code: str, wanted: Wanted, content: bytes) -> None:
    """Whatever else becomes of the request; of two who print the same at once, the first enters it."""
    digest, now = sha256(content).hexdigest(), clock.now()
    sealed = ledger.head() if wanted.known is None else ledger.head_at(wanted.known)
    told = vars(wanted) | {"ref": new_ref(), "rev": 1, "code": code, "sha256": digest, "at": now, "withdrawn": None}
    told |= {"known": wanted.known or sealed.at, "size": sealed.size, "root": sealed.root, "withdrawn_why": ""}
    _insert(Kept, {"sha256": digest, "content": content, "at": now})
    _insert(Print, told | {"shows": sorted(wanted.shows), "pages": _count(content)})


def _insert(model: type[Any], line: dict[str, Any]) -> None:
    try:
        with db.engine.begin() as connection:
            connection.execute(insert(model.__table__), line)
    except IntegrityError:
        return


def _count(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as pages:
        return len(pages.pages)
