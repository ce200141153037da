"""The order of business: what stands on every agenda of a body, by its own setting or by the house's."""

from typing import NamedTuple

from sqlalchemy import select

from registry.db import db
from registry.meetings.models import (
    ACTIONS,
    CONFLICTS,
    DECIDE,
    DECLARATIONS,
    DISCUSS,
    FOR_APOLOGIES,
    LAST_MINUTES,
    NEXT_MEETING,
    NOTE,
    NOTIFIED,
    OTHER_BUSINESS,
    QUORACY,
    WELCOME,
    OrderOfBusiness,
)
from registry.structure.models import GENERAL_MEETING, Body


class Standing(NamedTuple):
    """A standing item: its words, what it is for, and which of them it is."""

    title: str
    purpose: str
    standing: str


OF_THE_HOUSE = (
    Standing("Welcome and introductions", NOTE, WELCOME),
    Standing("Apologies for absence", NOTE, FOR_APOLOGIES),
    Standing("Confirmation of quoracy", NOTE, QUORACY),
    Standing("Notification of any other business", NOTE, NOTIFIED),
    Standing("Declarations of interest on items of this agenda", NOTE, DECLARATIONS),
    Standing("Management of any real or perceived conflicts", DISCUSS, CONFLICTS),
    Standing("Minutes of the last meeting", DECIDE, LAST_MINUTES),
    Standing("Matters arising and actions", DISCUSS, ACTIONS),
    Standing("Any other business", DISCUSS, OTHER_BUSINESS),
    Standing("Date of the next meeting", NOTE, NEXT_MEETING),
)
"""How local agendas open and close: the quorum is confirmed and conflicts are managed before anything is decided."""

OF_MEMBERS = (
    Standing("Welcome", NOTE, WELCOME),
    Standing("Apologies for absence", NOTE, FOR_APOLOGIES),
    Standing("Notice of the meeting and quorum", NOTE, QUORACY),
)


def order_of(body: Body) -> OrderOfBusiness | None:
    """The body's own setting; None while it has none."""
    return db.session.scalar(select(OrderOfBusiness).where(OrderOfBusiness.body_ref == body.ref))


def standing_items(body: Body) -> list[Standing]:
    """What stands on an agenda of the body, in order."""
    if (own := order_of(body)) is not None:
        return [Standing(item.title, item.purpose, item.standing) for item in own.items]
    return list(OF_MEMBERS if body.kind == GENERAL_MEETING else OF_THE_HOUSE)
