"""What every page of the house is given: whose books these are, who reads them, and the way to each room."""

from typing import Any

from flask import Flask, Response, current_app, g, redirect, request, url_for
from flask.sansio.blueprints import Blueprint

from registry import clock, ledger
from registry.doors.door import door_of
from registry.doors.errors import answer_for_errors
from registry.doors.openapi import describe
from registry.doors.sent import Sent
from registry.press import letterhead

FRONT_ROOM = "home"
"""The room whose register is the front page, and stands first among the ways in."""


def init_app(app: Flask) -> None:
    app.request_class = Sent
    answer_for_errors(app)
    app.context_processor(given)
    app.add_url_rule("/openapi.json", "openapi", describe)
    app.add_url_rule("/", "front", front)


def front() -> Response:
    """The front page of whoever has signed in; a stranger's is the page to sign in on."""
    inside = f"{FRONT_ROOM}.register" if g.account.known else "accounts.sign_in"
    return redirect(url_for(inside))  # type: ignore[return-value]


def given() -> dict[str, Any]:
    account = g.get("account")
    with ledger.live():
        size = ledger.head().size
    return {
        "company": letterhead()["company"],
        "account": account if account and account.known else None,
        "nav": nav(),
        "today": clock.today(),
        "ledger_size": size,
        "datebar": False,
        "on": clock.today(),
        "known": None,
        "links": [],
        "room": request.blueprint or "",
        "view": "",
        "problems": {},
    }


def nav() -> list[dict[str, Any]]:
    """Each room's register that this reader may open: the front page, then the others in the order of the rooms.

    Rooms under another are told below it, while the reader is in one of them.
    """
    rooms = sorted(current_app.blueprints.values(), key=lambda room: room.name != FRONT_ROOM)
    return [way | {"below": _below(room, rooms)} for room in rooms if not _under(room) and (way := _way_into(room))]


def _below(head: Blueprint, rooms: list[Blueprint]) -> list[dict[str, Any]]:
    here = current_app.blueprints.get(request.blueprint or "")
    if here is None or head.name not in (here.name, _under(here)):
        return []
    return [way for room in rooms if _under(room) == head.name and (way := _way_into(room))]


def _under(room: Blueprint) -> str:
    return getattr(room, "under", "")


def _way_into(room: Blueprint) -> dict[str, Any] | None:
    name = f"{room.name}.register"
    door = door_of(name) if name in current_app.view_functions else None
    if door is None or "account" not in g or not g.account.may(door.needs):
        return None
    return {"text": door.title, "href": url_for(name), "current": room.name == request.blueprint}
