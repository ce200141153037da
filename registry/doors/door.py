"""One door: who may come in, and how it is found again by the house."""

from dataclasses import dataclass
from typing import Any

from flask import abort, current_app, g, url_for

from registry.doors.telling import Printer
from registry.forms import Form, Row, named
from registry.ledger import Document

PUBLIC = "public"


@dataclass(frozen=True)
class Door:
    """What the house may know of a door: who may come in, what it asks and tells, and what it opens on."""

    needs: str
    title: str
    asks: type[Form] | None = None
    tells: type[Row] | None = None
    of: type[Document] | None = None
    many: bool = False
    prints: Printer | None = None


def demand(permission: str, scope: str | None = None) -> None:
    """401 for a stranger, 403 for an account without the permission (over what `scope` names)."""
    if permission != PUBLIC and not g.account.may(permission, scope=scope):
        abort(403 if g.account.known else 401)


def find(model: type, word: str) -> Any:
    return named(model, word) or abort(404)


def door_of(endpoint: str) -> Door | None:
    return getattr(current_app.view_functions[endpoint], "door", None)


def offered(acts: tuple[str, ...], document: Document | None) -> list[dict[str, str]]:
    """The doors that this reader may go through from a page, and what is done there."""
    scope = document and document.scope
    word = document and document.ref
    doors = [(act, door) for act in acts if (door := door_of(act)) and g.account.may(door.needs, scope=scope)]
    return [{"text": door.title, "href": url_for(act, word=word) if door.of else url_for(act)} for act, door in doors]
