from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry import wording
from registry.accounts.models import Account, Password
from registry.db import db
from registry.periods import Lasting


def accounts_on(day: date) -> list[dict[str, Any]]:
    """Every account, the roles it holds on a day and the tokens it has then, in the order of their names."""
    parts = selectinload(Account.grants), selectinload(Account.tokens)
    found = db.session.scalars(select(Account).options(*parts).order_by(Account.name))
    return [
        {
            "ref": account.ref,
            "name": account.name,
            "email": account.email,
            "roles": [_words(grant.role, grant) for grant in account.grants if grant.holds(day)],
            "tokens": [_words(token.purpose, token) for token in account.tokens if token.holds(day)],
        }
        for account in found
    ]


def _words(what: str, lasting: Lasting) -> str:
    return f"{what}, until {wording.day(lasting.last_day)}" if lasting.until else what


def by_email(email: str) -> Account | None:
    return db.session.scalar(select(Account).where(Account.email == email.strip().lower()))


def password_hash(account: Account | None) -> str | None:
    found = account and db.session.get(Password, account.ref)
    return found.hash if found else None


def names_of(refs: Sequence[str]) -> dict[str, str]:
    """The names of accounts by their refs, for those who act and those who read of it."""
    return dict(db.session.execute(select(Account.ref, Account.name).where(Account.ref.in_(refs))).all())
