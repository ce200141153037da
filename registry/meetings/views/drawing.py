"""The agenda is drawn up: items put on it, changed and put in order, and its papers added."""

from typing import Any

from flask import abort, g, request, url_for

from registry.forms import as_typed
from registry.meetings import commands
from registry.meetings.models import Item, Meeting
from registry.meetings.order import order_of, standing_items
from registry.meetings.schemas import (
    AddItemForm,
    AddPaperForm,
    ChangeItemForm,
    ReorderForm,
    SetOrderForm,
    StrikeItemForm,
)
from registry.meetings.views.doors import at, room, stands
from registry.structure.models import GROUPINGS, Body

AS_THEY_ARE = (
    "title", "purpose", "presenter", "proposed", "resolution", "topic", "time_wanted", "awaits_paper", "restricted",
)  # fmt: skip


@room.form(
    "/<word>/add-item",
    needs="meetings.add_item",
    asks=AddItemForm,
    title="Add an item",
    of=Meeting,
    edits=True,
    when=stands,
)
def add_item(meeting, answer):
    commands.add_item(meeting, **answer, by=g.account)
    return at(meeting)


def as_it_is(meeting: Meeting) -> dict[str, Any]:
    """The item that the address asks for, as it stands."""
    number = request.args.get("item", "")
    item = (meeting.numbered(int(number)) if number.isdecimal() else None) or abort(404)
    return {name: getattr(item, name) for name in AS_THEY_ARE} | parties_as_typed(meeting, item)


def parties_as_typed(meeting: Meeting, item: Item) -> dict[str, Any]:
    parties = enumerate(party for party in meeting.parties if party.item_ref == item.ref)
    return {f"parties-{n}-party" if p.party_ref else f"parties-{n}-name": p.party_ref or p.name for n, p in parties}


@room.form(
    "/<word>/change-item",
    needs="meetings.change_item",
    asks=ChangeItemForm,
    title="Change an item",
    of=Meeting,
    edits=True,
    offers=as_it_is,
)
def change_item(meeting, answer):
    commands.change_item(meeting, **answer, by=g.account)
    return f"{at(meeting)}#item-{answer['item']}"


@room.form("/<word>/reorder", needs="meetings.reorder", asks=ReorderForm, title="Move an item", of=Meeting, edits=True)
def reorder(meeting, answer):
    commands.reorder(meeting, **answer, by=g.account)
    return f"{at(meeting)}#agenda"


@room.form(
    "/<word>/strike-item",
    needs="meetings.strike_item",
    asks=StrikeItemForm,
    title="Take an item off",
    of=Meeting,
    edits=True,
)
def strike_item(meeting, answer):
    commands.strike_item(meeting, **answer, by=g.account)
    return f"{at(meeting)}#agenda"


@room.form(
    "/<word>/add-paper", needs="meetings.add_paper", asks=AddPaperForm, title="Add a paper", of=Meeting, edits=True
)
def add_paper(meeting, answer):
    commands.add_paper(meeting, **answer, by=g.account)
    return at(meeting)


def as_settled(body: Body) -> dict[str, Any]:
    """The body's order of business, or the house's while it has none."""
    own = order_of(body)
    lines = enumerate(standing_items(body))
    items = {f"items-{n}-{box}": said for n, line in lines for box, said in line._asdict().items()}
    return as_typed({"prefix": own.prefix if own else None} | items)


@room.form(
    "/bodies/<word>/set-order",
    needs="meetings.set_order",
    asks=SetOrderForm,
    title="Settle the order of business",
    of=Body,
    offers=as_settled,
    when=lambda body: body.kind not in GROUPINGS,
)
def set_order(body, answer):
    commands.set_order(body, **answer, by=g.account)
    return url_for("structure.body", word=body.ref)
