"""What the form to log a decision begins with, where it comes from the page of a conflict."""

from typing import Any

from flask import request
from sqlalchemy import select

from registry import clock
from registry.authorisations.models import Authorisation
from registry.db import db
from registry.decisions.models import AUTHORISED, UNAUTHORISED
from registry.interests.models import Interest
from registry.people.models import Person
from registry.structure.models import BOARD, Body


def to_authorise(interest: Interest) -> dict[str, Any]:
    """What a declared interest already says; a private one's words are for the secretary to choose."""
    told = f"{interest.description}, with {interest.organisation}" if interest.public else None
    return _authorising(interest.person) | {"situation": told}


def on_an_authorisation(authorisation: Authorisation) -> dict[str, Any]:
    """To vary it, beginning with what it says, or, asked with ?kind=, to end it."""
    if request.args.get("kind") == UNAUTHORISED:
        text = f"RESOLVED that the authorisation of a conflict of {_name(authorisation.person)} be ended."
        return {"body": the_board(), "kind": UNAUTHORISED, "text": text}
    says = {name: getattr(authorisation, name) for name in ("interest", "situation", "covers", "conditions")}
    return _authorising(authorisation.person) | says


def _authorising(person: Person) -> dict[str, Any]:
    text = f"RESOLVED that the conflict of interest of {_name(person)} be authorised, as the register records."
    return {"body": the_board(), "kind": AUTHORISED, "person": person, "text": text}


def _name(person: Person) -> str:
    return person.name_on(clock.today())


def the_board() -> Body | None:
    today = clock.today()
    return db.session.scalar(select(Body).where(Body.kind == BOARD, Body.holding(today)).order_by(Body.since))
