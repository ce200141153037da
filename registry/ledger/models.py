"""What the ledger keeps. These tables are frozen: new ones may stand beside them, none is ever altered."""

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from registry.db import REF_LETTERS, Base


class Entry(Base):
    """One document as one act left it: a leaf of the tree.

    `seq` is its place, from 0 and without gaps; `first` is the place of its act's first entry, and
    `because` that of the entry that authorised it. `recorded` is in microseconds since 1970, UTC,
    and never decreases. `body` is the canonical text, verbatim; `body_hash` is SHA-256 over `salt`
    and body, so that an erased body cannot be guessed from its hash.
    """

    __tablename__ = "ledger_entry"
    __limits__ = (
        UniqueConstraint("ref", "rev"),
        Index(None, "ref", "seq"),
        Index(None, "recorded", "seq"),
        Index(None, "kind", "seq"),
    )

    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    first: Mapped[int] = mapped_column(BigInteger, index=True)
    act: Mapped[str] = mapped_column(String(80))
    because: Mapped[int | None] = mapped_column(BigInteger, index=True)
    kind: Mapped[str] = mapped_column(String(40))
    ref: Mapped[str] = mapped_column(String(REF_LETTERS))
    rev: Mapped[int] = mapped_column(Integer)
    op: Mapped[str] = mapped_column(String(8))
    recorded: Mapped[int] = mapped_column(BigInteger)
    actor: Mapped[str] = mapped_column(String(REF_LETTERS))
    schema: Mapped[int] = mapped_column(Integer)
    salt: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    body: Mapped[str | None] = mapped_column(Text)
    body_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    leaf: Mapped[bytes] = mapped_column(LargeBinary(32))


class Head(Base):
    """The one row that says how far the ledger reaches: locked last by whoever appends."""

    __tablename__ = "ledger_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    size: Mapped[int] = mapped_column(BigInteger)
    frontier: Mapped[bytes] = mapped_column(LargeBinary)
    root: Mapped[bytes] = mapped_column(LargeBinary(32))
    recorded: Mapped[int] = mapped_column(BigInteger)
