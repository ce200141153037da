"""Whoever asks: known by a browser's sign-in or a program's token, or a stranger."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import current_app, g, request
from sqlalchemy import select

from registry import clock
from registry.accounts.models import Access, Account, SignIn, Token, TokenSecret
from registry.accounts.passwords import hash_secret
from registry.accounts.permissions import PUBLIC, allows
from registry.db import db

COOKIE = "registry_sign_in"
BEARER = "Bearer "
NOBODY = "0" * 26
MARK_AS_USED_AFTER = timedelta(minutes=5)


@dataclass(frozen=True)
class Caller:
    """An account as one request sees it: plain facts, always from the live side."""

    ref: str
    name: str
    held: tuple[tuple[str, str | None], ...]
    known: bool = True

    def may(self, permission: str, *, scope: str | None = None) -> bool:
        """Whether some role of the account's lets it, over the document `scope` names if one does."""
        return any(allows(role, over, permission, scope) for role, over in self.held)

    @property
    def roles(self) -> list[str]:
        return list(dict.fromkeys(role for role, _ in self.held if role != PUBLIC))

    @property
    def scopes(self) -> list[str]:
        """The documents that some grant is over, such as the person a member is."""
        return list(dict.fromkeys(over for _, over in self.held if over))


STRANGER = Caller(NOBODY, "a visitor", ((PUBLIC, None),), known=False)
HOUSE = Caller(NOBODY, "the registry itself", ())
"""Who acts where no account can: the first account of all is opened by it."""


def caller_for(account: Account, on: date) -> Caller:
    held = tuple((grant.role, grant.scope) for grant in account.grants if grant.holds(on))
    return Caller(account.ref, account.name, ((PUBLIC, None), *held))


def know_the_caller() -> None:
    """Find out who asks, before any door is reached."""
    g.by_token = request.headers.get("Authorization", "").startswith(BEARER)
    account = _by_token() if g.by_token else _by_cookie()
    g.account = caller_for(account, clock.today()) if account else STRANGER


def _by_token() -> Account | None:
    secret = request.headers["Authorization"].removeprefix(BEARER).strip()
    found = db.session.scalar(select(TokenSecret).where(TokenSecret.hash == hash_secret(secret)))
    token = found and db.session.get(Token, found.token_ref)
    return token.account if token and token.holds(clock.today()) else None


def _by_cookie() -> Account | None:
    if (sign_in := sign_in_of_this_browser()) is None:
        return None
    if clock.now() - sign_in.used > MARK_AS_USED_AFTER:
        sign_in.used = clock.now()
        db.session.commit()
    return db.session.get(Account, sign_in.account_ref)


def sign_in_of_this_browser() -> SignIn | None:
    """The sign-in whose cookie was sent, unless it has ended or has long been unused."""
    found = db.session.get(SignIn, hash_secret(request.cookies.get(COOKIE, "")))
    unused = timedelta(hours=current_app.config["SIGN_IN_HOURS"])
    return None if found is None or found.ended or clock.now() - found.used > unused else found


def note_access(what: str, about: str = "", account_ref: str | None = None) -> None:
    """Add a line to the access log, whatever becomes of the request; lines past their time go."""
    oldest = clock.now() - timedelta(days=current_app.config["ACCESS_LOG_DAYS"])
    line = {"at": clock.now(), "account_ref": account_ref, "what": what, "about": about[:200]}
    with db.engine.begin() as connection:
        connection.execute(Access.__table__.delete().where(Access.at < oldest))  # type: ignore[attr-defined]
        connection.execute(Access.__table__.insert(), line | {"address": request.remote_addr or ""})  # type: ignore[attr-defined]


def note_private(what: str, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines about to be told; of each person of whom some are not `public`, the access log says who read them."""
    for person_ref in sorted({line["person_ref"] for line in lines if not line["public"]}):
        note_access(what, person_ref, account_ref=g.account.ref)
    return lines
