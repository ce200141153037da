from operator import itemgetter
from typing import Any

from flask import url_for
from marshmallow import fields, post_load
from marshmallow.validate import OneOf
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.accounts.models import Grant, Token, TokenSecret
from registry.accounts.permissions import AUDITOR, DIRECTOR, MEMBER, SECRETARY
from registry.forms import Form, Of, Row

GRANTED = [SECRETARY, DIRECTOR, MEMBER, AUDITOR]


class Lowered(fields.Email):
    """An e-mail address: one spelling for one box."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> str:
        return super()._deserialize(value, attr, data, **more).lower()


class SignInForm(Form):
    email = fields.String(required=True, metadata={"label": "E-mail address", "kind": "email", "width": 20})
    password = fields.String(required=True, metadata={"kind": "secret", "width": 20})
    onward = fields.String(load_default="", metadata={"kind": "hidden"})

    @post_load
    def stay_here(self, answers: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Go on only to a page of ours."""
        if not answers["onward"].startswith("/") or answers["onward"].startswith(("//", "/\\")):
            answers["onward"] = "/"
        return answers


class SignOutForm(Form):
    pass


class OpenForm(Form):
    name = fields.String(required=True)
    email = Lowered(required=True, metadata={"label": "E-mail address"})


class GrantForm(Form):
    role = fields.String(required=True, validate=OneOf(GRANTED))
    since = fields.Date(required=True, metadata={"label": "From"})
    until = fields.Date(load_default=None, metadata={"label": "First day without it"})
    scope = fields.String(
        load_default=None,
        metadata={"label": "Over", "hint": "The ref of the person a member signs in as; blank for all."},
    )


def open_grants() -> Any:
    return select(Grant).options(joinedload(Grant.account)).where(Grant.until.is_(None))


def open_tokens() -> Any:
    """Tokens whose secret is still kept, and so still open a door."""
    return select(Token).options(joinedload(Token.account)).join(TokenSecret, TokenSecret.token_ref == Token.ref)


class EndGrantForm(Form):
    grant = Of(
        Grant,
        required=True,
        among=open_grants,
        shows=lambda grant: f"{grant.account.name}: {grant.role}",
        metadata={"label": "Role"},
    )
    until = fields.Date(required=True, metadata={"label": "First day without it"})


class SetPasswordForm(Form):
    pass


class IssueTokenForm(Form):
    purpose = fields.String(required=True, metadata={"label": "What the token is for"})
    until = fields.Date(load_default=None, metadata={"label": "First day it no longer opens"})


class RevokeTokenForm(Form):
    token = Of(
        Token,
        required=True,
        among=open_tokens,
        shows=lambda token: f"{token.account.name}: {token.purpose}",
        metadata={"label": "Token"},
    )


class AccountRow(Row):
    name = fields.String(metadata={"link": "href"})
    email = fields.String(metadata={"label": "E-mail address"})
    roles = fields.List(fields.String())
    tokens = fields.List(fields.String())
    title = fields.Function(itemgetter("name"), metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda a: url_for("accounts.account", word=a["ref"]), metadata={"hidden": True})
