"""What stands on every agenda of a body is settled."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.models import OrderOfBusiness, StandingItem
from registry.meetings.order import order_of
from registry.structure.models import Body


@command
def set_order(body: Body, *, items: Sequence[dict[str, Any]], prefix: str = "", by: Actor) -> OrderOfBusiness:
    """Settle which items every agenda of a body has, and the letters before its references.

    Agendas already drawn up stay as they are.
    """
    prefix = prefix.upper()
    other = select(OrderOfBusiness.ref).where(OrderOfBusiness.prefix == prefix, OrderOfBusiness.body_ref != body.ref)
    rules.prefix_is_of_one_body(bool(prefix) and db.session.scalar(other) is not None)
    if (order := order_of(body)) is None:
        order = OrderOfBusiness(body=body)
        db.session.add(order)
    order.prefix = prefix
    order.items = [StandingItem(place=place, **told) for place, told in enumerate(items, start=1)]
    return order
