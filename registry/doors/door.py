"""One door: who may come in, and how it is found again by the house."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import abort, current_app, g, url_for

from registry.doors.telling import Printer
from registry.forms import Form, Row, named
from registry.ledger import Record

PUBLIC = "public"

Signs = Callable[[dict[str, Any]], bool]
"""Tells of what a page tells whether its paper is one that the company signs."""


@dataclass(frozen=True)
class Door:
    """What the house may know of a door: who may come in, what it asks and tells, and what it opens on."""

    needs: str
    title: str
    asks: type[Form] | None = None
    tells: type[Row] | None = None
    of: type[Record] | None = None
    many: bool = False
    prints: Printer | None = None
    on_paper: tuple[type[Row], Callable[..., Any]] | None = None
    when: Callable[[Any], bool] | None = None
    panels: bool = True
    signs: Signs | None = None
    in_memory: bool = False


def demand(permission: str, scope: str | None = None) -> None:
    """401 for a stranger, 403 for an account without the permission (over what `scope` names)."""
    if permission != PUBLIC and not g.account.may(permission, scope=scope):
        abort(403 if g.account.known else 401)


def find(model: type, word: str) -> Any:
    return named(model, word) or abort(404)


def door_of(endpoint: str) -> Door | None:
    return getattr(current_app.view_functions[endpoint], "door", None)


Acts = tuple[str, ...] | dict[str, tuple[str, ...]]
"""Doors as room.name; under a heading each, where they are many."""


def offered(acts: Acts, document: Record | None) -> list[dict[str, str]]:
    """The doors that this reader may go through from a page, and what is done there."""
    headed = acts.items() if isinstance(acts, dict) else [("", acts)]
    return [way | {"under": head} for head, group in headed for act in group if (way := _way(act, document))]


def _way(act: str, document: Record | None) -> dict[str, str] | None:
    door = door_of(act) if act in current_app.view_functions else None
    if door is None or not g.account.may(door.needs, scope=document and document.scope):
        return None
    if door.when and not door.when(document):
        return None
    return {"text": door.title, "href": _address(act, door, document)}


def _address(act: str, door: Door, document: Record | None) -> str:
    """Of a door that is not of the document, its form begins with the document named, where it asks for one."""
    if document is None:
        return url_for(act)
    kind = document.__table__.name  # type: ignore[attr-defined]
    named: dict[str, Any] = {"word" if door.of else kind: document.ref}
    return url_for(act, **named)
