import secrets
from typing import Any

from flask import after_this_request, current_app, flash, g, request, url_for
from marshmallow import ValidationError

from registry import clock
from registry.accounts import commands, queries
from registry.accounts.caller import COOKIE, note_access, sign_in_of_this_browser
from registry.accounts.models import Account, SignIn
from registry.accounts.passwords import hash_secret, is_password, new_password
from registry.accounts.schemas import (
    AccountRow,
    EndGrantForm,
    GrantForm,
    IssueTokenForm,
    OpenForm,
    RevokeTokenForm,
    SetPasswordForm,
    SignInForm,
    SignOutForm,
)
from registry.db import db
from registry.doors import PUBLIC, Room

room = Room(__name__)

NOT_KNOWN = "That e-mail address and password do not go together."


@room.page("/register", needs="accounts.read", tells=AccountRow, title="Accounts", acts=("accounts.open",))
def register(on):
    return queries.accounts_on(on)


@room.page(
    "/<word>",
    needs="accounts.read",
    tells=AccountRow,
    title="Account",
    of=Account,
    acts=(
        "accounts.grant",
        "accounts.end_grant",
        "accounts.set_password",
        "accounts.issue_token",
        "accounts.revoke_token",
    ),
)
def account(account, on):
    return next(line for line in queries.accounts_on(on) if line["ref"] == account.ref)


@room.form("/open", needs="accounts.open", asks=OpenForm, title="Open an account")
def open(answer):
    return url_for(".account", word=commands.open(**answer, by=g.account).ref)


@room.form("/<word>/grant", needs="accounts.grant", asks=GrantForm, title="Grant a role", of=Account, edits=True)
def grant(account, answer):
    commands.grant(account, **answer, by=g.account)
    return url_for(".account", word=account.ref)


@room.form(
    "/<word>/end-grant", needs="accounts.end_grant", asks=EndGrantForm, title="Take a role back", of=Account, edits=True
)
def end_grant(account, answer):
    commands.end_grant(account, **answer, by=g.account)
    return url_for(".account", word=account.ref)


@room.form(
    "/<word>/set-password", needs="accounts.set_password", asks=SetPasswordForm, title="Make a new password", of=Account
)
def set_password(account, _):
    """Make a new password, show it on the next page, once, and sign the account out everywhere."""
    commands.set_password(account, password := new_password())
    flash(f"{account.name} may sign in with the password {password} . It is shown this once.")
    return url_for(".account", word=account.ref)


@room.form(
    "/<word>/issue-token",
    needs="accounts.issue_token",
    asks=IssueTokenForm,
    title="Issue a token",
    of=Account,
    edits=True,
)
def issue_token(account, answer):
    """Issue a token to a program of the account's, and show its secret on the next page, once."""
    flash(f"The token is {commands.issue_token(account, **answer, by=g.account)} . It is shown this once.")
    return url_for(".account", word=account.ref)


@room.form(
    "/<word>/revoke-token",
    needs="accounts.revoke_token",
    asks=RevokeTokenForm,
    title="Revoke a token",
    of=Account,
    edits=True,
)
def revoke_token(account, answer):
    commands.revoke_token(account, **answer, by=g.account)
    return url_for(".account", word=account.ref)


@room.form("/sign-in", needs=PUBLIC, asks=SignInForm, title="Sign in", slowed_by="email")
def sign_in(answer):
    """Let a browser in by e-mail address and password, and give it a cookie that can be revoked."""
    found = queries.by_email(answer["email"])
    if not is_password(answer["password"], queries.password_hash(found)) or found is None:
        note_access("sign-in refused", answer["email"])
        raise ValidationError({"password": [NOT_KNOWN]})
    note_access("signed in", account_ref=found.ref)
    _give_cookie(found)
    return answer["onward"]


@room.form("/sign-out", needs=PUBLIC, asks=SignOutForm, title="Sign out")
def sign_out(answer):
    if (sign_in := sign_in_of_this_browser()) is not None:
        sign_in.ended = clock.now()
        note_access("signed out", account_ref=sign_in.account_ref)
    return url_for(".sign_in")


def _give_cookie(account: Account) -> None:
    secret, now = secrets.token_urlsafe(32), clock.now()
    db.session.add(SignIn(hash=hash_secret(secret), account_ref=account.ref, began=now, used=now))

    @after_this_request
    def set_cookie(response: Any) -> Any:
        secure = current_app.config["SECURE_COOKIES"] or request.is_secure
        response.set_cookie(COOKIE, secret, httponly=True, samesite="Lax", secure=secure)
        return response
