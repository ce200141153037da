from datetime import date

from sqlalchemy import select

from registry import clock
from registry.accounts import passwords, rules
from registry.accounts.models import Account, Grant, Password, SignIn, Token, TokenSecret
from registry.accounts.permissions import AUDITOR, SECRETARY
from registry.db import db
from registry.ledger import command, is_on_record
from registry.ledger.acts import Actor
from registry.periods import ONE_DAY


@command
def open(*, name: str, email: str, by: Actor) -> Account:
    """Open an account, which may do nothing until it is granted a role."""
    rules.email_is_free(db.session.scalar(select(Account.ref).where(Account.email == email)) is not None)
    account = Account(name=name, email=email)
    db.session.add(account)
    return account


@command
def grant(
    account: Account, *, role: str, since: date, until: date | None = None, scope: str | None = None, by: Actor
) -> Grant:
    """Give an account a role from the start of `since`; `until` is the first day it has it no longer."""
    rules.ends_after_it_begins(since, until=until)
    rules.office_is_over_everything(role in (SECRETARY, AUDITOR), scope)
    rules.scope_is_on_record(scope, on_record=scope is not None and is_on_record(scope, kind="person"))
    same = [grant for grant in account.grants if (grant.role, grant.scope) == (role, scope)]
    rules.grant_is_new(same, since=since, until=until)
    account.grants.append(given := Grant(role=role, scope=scope, since=since, until=until))
    return given


@command
def end_grant(account: Account, *, grant: Grant, until: date, by: Actor) -> None:
    """Take a role back; `until` is the first day without it. One that had not begun never does."""
    rules.grant_is_the_accounts(grant.account_ref, account=account.ref)
    rules.grant_has_not_ended(grant.until, today=clock.today())
    if until <= grant.since and grant.since > clock.today():
        account.grants.remove(grant)
        return
    rules.ends_after_it_begins(grant.since, until=until)
    grant.until = until


@command
def issue_token(account: Account, *, purpose: str, until: date | None = None, by: Actor) -> str:
    """Issue a token, and give its secret: it is shown this once. `until` is the first day it no longer opens."""
    rules.ends_after_it_begins(clock.today(), until=until)
    secret = passwords.new_secret()
    account.tokens.append(token := Token(purpose=purpose, since=clock.today(), until=until))
    db.session.add(TokenSecret(token_ref=token.ref, hash=passwords.hash_secret(secret)))
    return secret


@command
def revoke_token(account: Account, *, token: Token, by: Actor) -> None:
    """Revoke a token at once: its secret is destroyed, whatever its dates."""
    rules.token_is_the_accounts(token.account_ref, account=account.ref)
    if (secret := db.session.get(TokenSecret, token.ref)) is not None:
        db.session.delete(secret)
    token.until = max(clock.today(), token.since + ONE_DAY)


def set_password(account: Account, password: str) -> None:
    """Keep a new password's hash, and end every sign-in made with the old one.

    No act: the ledger holds no secret, and not that one has changed.
    """
    for sign_in in db.session.query(SignIn).filter_by(account_ref=account.ref, ended=None):
        sign_in.ended = clock.now()
    found = db.session.get(Password, account.ref) or Password(account_ref=account.ref)
    found.hash, found.since = passwords.hash_password(password), clock.now()
    db.session.add(found)
    db.session.commit()
