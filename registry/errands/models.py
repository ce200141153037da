from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from registry.db import Base, Ref
from registry.ledger import Record

WAITING, RUNNING, DONE, FAILED = STATES = ("waiting", "running", "done", "failed")


class Errand(Record):
    """A working paper, which no act entered: something long that was asked for, and is done by another process.

    `key` says all that its outcome depends on but the books, which had `size` entries when it was begun; it is done
    with the rights of `account_ref`, or for the registry itself. `done` of `of` are done, and `words` say what of.
    It was last `heard` of while it ran; once that is too long ago it is begun again, and `tries` counts how often it
    was. It ends in a file, kept under `sha256`, or in a `failure`, a sentence.
    """

    __limits__ = (
        Index(
            "ix_errand_waiting",
            "kind",
            "key",
            unique=True,
            sqlite_where=text(f"state = '{WAITING}'"),
            postgresql_where=text(f"state = '{WAITING}'"),
        ),
    )

    kind: Mapped[str]
    key: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    asked: Mapped[dict[str, Any]] = mapped_column(JSON)
    account_ref: Mapped[Ref | None]
    state: Mapped[str] = mapped_column(index=True, default=WAITING)
    size: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    of: Mapped[int] = mapped_column(default=0)
    words: Mapped[str] = mapped_column(default="")
    tries: Mapped[int] = mapped_column(default=0)
    sent: Mapped[datetime]
    began: Mapped[datetime | None]
    heard: Mapped[datetime | None]
    ended: Mapped[datetime | None]
    name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
    failure: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return self.title


class ErrandAsker(Base):
    """Somebody who asked for an errand: whoever sent it, or would have sent the same while it was there."""

    errand_ref: Mapped[Ref] = mapped_column(ForeignKey("errand.ref", ondelete="CASCADE"), primary_key=True)
    account_ref: Mapped[Ref] = mapped_column(primary_key=True)
