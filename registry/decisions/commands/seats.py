"""Seats made and unmade by a decision that is on record."""

from datetime import date
from typing import Any

from registry.decisions import rules
from registry.decisions.models import CARRIED, Decision, Effect
from registry.ledger import because, command
from registry.ledger.acts import Actor
from registry.seats import commands as seats
from registry.seats.models import Seat


@command
def establish_seat(decision: Decision, *, by: Actor, **told: Any) -> Seat:
    """Establish a seat by a decision that was carried, with what `seats.establish` is told of it."""
    rules.decision_was_carried(decision.outcome == CARRIED)
    rules.takes_effect_once_taken(decision.since, told["since"])
    with because(decision):
        seat = seats.establish(**told, by=by)
    decision.effects.append(Effect(act="seats.establish", document_kind="seat", document_ref=seat.ref))
    return seat


@command
def abolish_seat(decision: Decision, *, seat: Seat, until: date, by: Actor) -> None:
    """Abolish a seat, which nobody sits in, by a decision that was carried: `until` is the first day it is no more."""
    rules.decision_was_carried(decision.outcome == CARRIED)
    rules.takes_effect_once_taken(decision.since, until)
    with because(decision):
        seats.abolish(seat, until=until, by=by)
    decision.effects.append(Effect(act="seats.abolish", document_kind="seat", document_ref=seat.ref))
