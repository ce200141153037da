from operator import itemgetter
from typing import Any

from flask import g, url_for
from marshmallow import fields

from registry.accounts.caller import STRANGER
from registry.accounts.models import Account
from registry.forms import Form, Of, Row

PRIVATE = ("born", "email", "account")


class NameForm(Form):
    """A name as the registers write it."""

    title = fields.String(load_default="", metadata={"hint": "Dr, Professor, Mrs …", "width": 10})
    forenames = fields.String(required=True, metadata={"hint": "In full, not initials."})
    surname = fields.String(required=True)


class EnterForm(NameForm):
    born = fields.Date(load_default=None, metadata={"label": "Date of birth"})
    email = fields.Email(load_default=None, metadata={"label": "E-mail address"})


class RenameForm(NameForm):
    since = fields.Date(required=True, metadata={"label": "First day of the new name"})
    reason = fields.String(load_default="", metadata={"hint": "For example, on marriage."})


class CorrectForm(NameForm):
    reason = fields.String(required=True, metadata={"hint": "What was wrong, and how it came to be known."})


class NoteDeathForm(Form):
    died = fields.Date(required=True, metadata={"label": "Date of death"})
    reason = fields.String(load_default="", metadata={"label": "How it is known", "hint": "Needed to put a day right."})


class GiveAccountForm(Form):
    account = Of(Account, required=True, shows=lambda account: f"{account.name}, {account.email}")


class GiveAddressForm(Form):
    email = fields.Email(
        load_default=None,
        metadata={"label": "E-mail address", "hint": "Leave this empty if there is none any longer."},
    )


class NameRow(Row):
    name = fields.String()
    since = fields.Date(metadata={"label": "On record from"})
    last_day = fields.Date(metadata={"label": "Last day"})


class PersonRow(Row):
    """A person, without what only some readers may see where the reader is not one of them."""

    def __init__(self, **more: Any) -> None:
        may_see_all = g.get("account", STRANGER).may("people.read_private")
        super().__init__(**more if may_see_all else {"exclude": PRIVATE} | more)

    name = fields.String(metadata={"link": "href"})
    born = fields.Date(metadata={"label": "Date of birth"})
    email = fields.String(metadata={"label": "E-mail address"})
    account = fields.String(metadata={"label": "Signs in as"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda p: url_for("people.person", word=p["ref"]), metadata={"hidden": True})


class PersonPage(PersonRow):
    name = fields.String()
    died = fields.Date(metadata={"label": "Date of death"})
    title = fields.Function(itemgetter("name"), metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    names = fields.Nested(NameRow, many=True, metadata={"hidden": True})


class LeavingRow(Row):
    """Something that would follow if a person left, and where it is told."""

    kind = fields.String()
    text = fields.String(metadata={"label": "What would follow", "link": "href"})
    href = fields.String(metadata={"hidden": True})
