"""What every page of the house is given: whose books these are, who reads them, and the way to each room."""

from typing import Any

from flask import Flask, Response, current_app, g, redirect, request, url_for

from registry import clock, ledger
from registry.doors.door import door_of
from registry.doors.errors import answer_for_errors
from registry.doors.openapi import describe

FRONT_ROOM = "home"
"""The room whose register is the front page, and stands first among the ways in."""


def init_app(app: Flask) -> None:
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
    return {
        "company": current_app.config["COMPANY"],
        "account": account if account and account.known else None,
        "nav": nav(),
        "today": clock.today(),
        "ledger_size": ledger.head().size,
        "datebar": False,
        "on": clock.today(),
        "known": None,
        "links": [],
        "room": request.blueprint or "",
        "view": "",
        "problems": {},
    }


def nav() -> list[dict[str, Any]]:
    """Each room's register that this reader may open: the front page, then the others in the order of the rooms."""
    rooms = sorted(current_app.blueprints, key=lambda room: room != FRONT_ROOM)
    registers = [f"{room}.register" for room in rooms]
    doors = [(name, door) for name in registers if name in current_app.view_functions and (door := door_of(name))]
    return [
        {"text": door.title, "href": url_for(name), "current": name.split(".")[0] == request.blueprint}
        for name, door in doors
        if "account" in g and g.account.may(door.needs)
    ]
