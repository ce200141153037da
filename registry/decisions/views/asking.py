from typing import Any

from flask import g, url_for

from registry import clock
from registry.decisions import commands, conditions
from registry.decisions.foreseen import Foreseen
from registry.decisions.models import APPROVED, CARRIED, OTHER, Decision
from registry.decisions.schemas import AbolishSeatForm, CarryOutForm, LogForm, SatisfyConditionForm
from registry.decisions.views.beginning import begun
from registry.decisions.views.doors import room
from registry.seats.schemas import EstablishForm


@room.form("/log", needs="decisions.log", asks=LogForm, title="Log a decision", offers=begun, before=Foreseen())
def log(answer):
    return url_for(".decision", word=commands.log(**answer, by=g.account).ref)


@room.form(
    "/<path:word>/establish_seat",
    needs="decisions.establish_seat",
    asks=EstablishForm,
    title="Create a seat by this decision",
    of=Decision,
    offers=lambda decision: {"body": decision.body, "since": decision.since, "appointed_by": decision.body},
    when=lambda decision: decision.outcome == CARRIED and decision.kind in (APPROVED, OTHER),
)
def establish_seat(decision, answer):
    return url_for("seats.seat", word=commands.establish_seat(decision, **answer, by=g.account).ref)


@room.form(
    "/<path:word>/abolish_seat",
    needs="decisions.abolish_seat",
    asks=AbolishSeatForm,
    title="Abolish a seat by this decision",
    of=Decision,
    offers=lambda decision: {"until": decision.since},
    when=lambda decision: decision.outcome == CARRIED and decision.kind in (APPROVED, OTHER),
)
def abolish_seat(decision, answer):
    commands.abolish_seat(decision, **answer, by=g.account)
    return url_for("seats.seat", word=answer["seat"].ref)


def _first_open(decision: Decision) -> dict[str, Any]:
    today = clock.today()
    still_open = conditions.open_on(decision, today)
    return {"condition": still_open[0] if still_open else None, "satisfied": today}


@room.form(
    "/<path:word>/satisfy_condition",
    needs="decisions.satisfy_condition",
    asks=SatisfyConditionForm,
    title="A condition is satisfied",
    of=Decision,
    offers=_first_open,
    when=lambda decision: bool(conditions.open_on(decision, clock.today())),
)
def satisfy_condition(decision, answer):
    commands.satisfy_condition(decision, **answer, by=g.account)
    return url_for(".decision", word=decision.ref)


@room.form(
    "/<path:word>/carry_out",
    needs="decisions.carry_out",
    asks=CarryOutForm,
    title="Carry it out",
    of=Decision,
    edits=True,
    when=lambda decision: bool(decision.waiting),
)
def carry_out(decision, answer):
    commands.carry_out(decision, by=g.account)
    return url_for(".decision", word=decision.ref)
