"""The log of what was printed: every paper handed out, its bytes kept, whatever becomes of the books afterwards."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf
from sqlalchemy import JSON, exists, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.exceptions import Gone, ServiceUnavailable

from registry import clock, ledger
from registry.clock import new_ref
from registry.db import Ref, db
from registry.files import Kept, kept
from registry.ledger import Record, live
from registry.paper import STANDARD
from registry.press import keys
from registry.press.alone import alone
from registry.press.keys import Key
from registry.press.signing import signed
from registry.wording import day

SIGNED_ONCE = "{title} was signed on {day}, and its bytes are no longer here. There is no second of a signed paper."
CANNOT_SIGN = (
    "This paper is to be signed electronically, and the registry’s key does not sign just now. It is not printed "
    "without. `registry signing` tells the administrator why."
)


class Print(Record):
    """A paper as it was handed out: a working paper, which no act entered.

    `door` and `asked` are what was asked for, and `about_ref` the document that it is of, if it is of one; `on` is the
    day that it tells of, and `known` the instant. `size` and `root` are the ledger's when it was printed, at `at`, for
    the first time; `shows` are the documents that were read for it. The bytes are kept under `sha256` until they are
    `let_go`; a paper that was signed has the name of its `signer` and the fingerprint of the `certificate`.
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
    signer: Mapped[str] = mapped_column(default="")
    certificate: Mapped[str] = mapped_column(default="")
    let_go: Mapped[datetime | None]
    let_go_why: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return self.title


@dataclass(frozen=True)
class Wanted:
    """A paper that is asked for, by whom, and what was read for it; `signed`, if it is one that the company signs."""

    title: str
    door: str
    asked: dict[str, Any]
    about_ref: str | None
    on: date
    known: datetime | None
    shows: Sequence[str]
    account_ref: str | None
    signed: bool = False

    @property
    def style(self) -> str:
        """In which of the styles that the press knows."""
        return self.asked.get("style") or STANDARD


def issued(code: str, wanted: Wanted, make: Callable[[], bytes]) -> bytes:
    """The paper of a code: as it was handed out before or, the first time, as it is made now, and signed.

    The log may have lost the bytes; a paper that says the same can be made all the same, but for one that was signed,
    of which there is to be no second.
    """
    with live():
        if (before := _as_it_was(_entered(code))) is not None:
            return before
        with alone(code):
            return _first(code, wanted, make)


def _first(code: str, wanted: Wanted, make: Callable[[], bytes]) -> bytes:
    """The paper of a code, once nobody else in this house is making it; another may have made it meanwhile."""
    entered = _entered(code)
    if (before := _as_it_was(entered)) is not None:
        return before
    if entered is not None and entered.signer:
        raise Gone(SIGNED_ONCE.format(title=entered.title, day=day(clock.civil_day(entered.at))))
    content, key, now = _made(wanted, make)
    return content if entered and entered.let_go else _enter(_line(code, wanted, content, key, now), content)


def _made(wanted: Wanted, make: Callable[[], bytes]) -> tuple[bytes, Key | None, datetime]:
    """A paper as it is made, and at what time; signed with a key, if it is one that is signed and there is one."""
    now = clock.now()
    try:
        key = keys.usable_key() if wanted.signed else None
        return (make() if key is None else signed(make(), key, now)), key, now
    except keys.Unusable:
        raise ServiceUnavailable(CANNOT_SIGN) from None


def _entered(code: str) -> Print | None:
    return db.session.scalar(select(Print).where(Print.code == code))


def _as_it_was(entered: Print | None) -> bytes | None:
    """What was handed out before, if it still is as it was."""
    try:
        return kept(entered.sha256) if entered else None
    except (LookupError, ValueError):
        return None


def _line(code: str, wanted: Wanted, content: bytes, key: Key | None, now: datetime) -> dict[str, Any]:
    sealed = ledger.head() if wanted.known is None else ledger.head_at(wanted.known)
    told = {name: value for name, value in vars(wanted).items() if name != "signed"}
    told |= {"shows": sorted(wanted.shows), "known": wanted.known or sealed.at}
    told |= {"ref": new_ref(), "rev": 1, "code": code, "at": now, "size": sealed.size, "root": sealed.root}
    told |= {"sha256": sha256(content).hexdigest(), "pages": _count(content), "withdrawn": None, "withdrawn_why": ""}
    told |= {"signer": key.name if key else "", "certificate": key.fingerprint if key else ""}
    return told | {"let_go": None, "let_go_why": ""}


def _enter(line: dict[str, Any], content: bytes) -> bytes:
    """Whatever else becomes of the request; of two who print the same at once, both have what the first enters."""
    is_kept = exists().where(Kept.sha256 == line["sha256"])
    is_entered = exists().where(Print.code == line["code"])
    with suppress(IntegrityError), db.engine.begin() as connection:
        if not connection.scalar(select(is_entered)):
            connection.execute(insert(Print.__table__), line)  # type: ignore[arg-type]
        if not connection.scalar(select(is_kept)):
            connection.execute(
                insert(Kept.__table__),  # type: ignore[arg-type]
                {"sha256": line["sha256"], "content": content, "at": line["at"]},
            )
    return _as_it_was(_entered(line["code"])) or content


def _count(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as pages:
        return len(pages.pages)
