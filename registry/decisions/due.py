"""Decisions that wait: which are due, what forbids each, and doing them one by one."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from registry import clock, ledger
from registry.accounts.caller import HOUSE
from registry.db import db, looking_at
from registry.decisions.bearings import ended, later_about
from registry.decisions.commands import carry_out
from registry.decisions.conditions import hindrance
from registry.decisions.models import Decision
from registry.law import Breach
from registry.ledger.acts import Actor


def due_on(day: date) -> list[Decision]:
    """The decisions that wait still, stand, and whose day and conditions have come: the longest due first."""
    due = select(Decision).where(Decision.waiting != "", Decision.on <= day, Decision.since <= day)
    found = db.session.scalars(due.order_by(Decision.since, Decision.number)).all()
    later = later_about([decision.ref for decision in found], day)
    return [each for each in found if not (ended(each, later.get(each.ref, [])) or hindrance(each, day))]


def forbidden(decision: Decision, day: date) -> Breach | None:
    """What the law would say today if the decision were carried out; nothing of any other day, or of the past."""
    if day != clock.today() or looking_at.get() is not None:
        return None
    try:
        with ledger.rehearsal():
            carry_out(decision, by=HOUSE)
    except Breach as breach:
        return breach
    return None


def carry_out_each(by: Actor) -> Iterator[tuple[Decision, Breach | None]]:
    """Carry out every decision that is due, each an act of its own, and say of each what forbade it."""
    for decision in due_on(clock.today()):
        try:
            carry_out(decision, by=by)
        except Breach as breach:
            yield decision, breach
        else:
            yield decision, None
