from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Base, Ref
from registry.ledger import Document, Part, part_of, parts
from registry.periods import Lasting


class Account(Document):
    """Someone, or some program, that may sign in. It outlives its grants: the ledger names it for ever."""

    __word__ = "email"

    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)
    grants: Mapped[list["Grant"]] = parts(back_populates="account", order_by="Grant.since, Grant.ref")
    tokens: Mapped[list["Token"]] = parts(back_populates="account", order_by="Token.since, Token.ref")

    @property
    def called(self) -> str:
        return self.name


class Grant(Lasting, Part):
    """A role held for a time: over the document whose ref is `scope`, or (None) over the whole registry."""

    account_ref: Mapped[str] = part_of("account")
    account: Mapped[Account] = relationship(back_populates="grants")
    role: Mapped[str]
    scope: Mapped[str | None]


class Token(Lasting, Part):
    """A key for a program, known here by what it is for; its secret is shown once and kept elsewhere."""

    account_ref: Mapped[str] = part_of("account")
    account: Mapped[Account] = relationship(back_populates="tokens")
    purpose: Mapped[str]


class Password(Base):
    """A working paper: the argon2id hash of an account's password. Never in the ledger."""

    account_ref: Mapped[Ref] = mapped_column(primary_key=True)
    hash: Mapped[str]
    since: Mapped[datetime]


class TokenSecret(Base):
    """A working paper: the SHA-256 of a token's secret. Never in the ledger."""

    token_ref: Mapped[Ref] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(unique=True)


class SignIn(Base):
    """A working paper: a browser signed in, until it signs out, is revoked, or is long unused."""

    hash: Mapped[str] = mapped_column(primary_key=True)
    account_ref: Mapped[Ref] = mapped_column(index=True)
    began: Mapped[datetime]
    used: Mapped[datetime]
    ended: Mapped[datetime | None]


class Access(Base):
    """A line of the access log: who came, or tried to, and what restricted paper was read. Kept for a time."""

    __limits__ = (Index(None, "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account_ref: Mapped[str | None]
    what: Mapped[str]
    about: Mapped[str]
    address: Mapped[str]
