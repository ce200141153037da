"""What the agreement brings about that makes up the votes needed: the decision is logged, and does what it says."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from marshmallow import ValidationError

from registry import clock
from registry.decisions import commands as decisions
from registry.decisions.models import CARRIED, LAPSED, OTHER, UNANIMOUS, WRITTEN, Decision
from registry.decisions.waiting import read_back
from registry.law import Breach
from registry.ledger import because, rehearsal
from registry.ledger.acts import Actor, act_under_way
from registry.resolutions.counting import Agreement, needed, tipping
from registry.resolutions.models import AGREED, UNANIMOUSLY, Eligible, Resolution

AT_ONCE, WAITING, BY_HAND = "at once", "waiting", "by hand"
"""How what a decision does is done: with its logging; by a later act; or, where the log takes none, by somebody."""


def passes_with(resolution: Resolution, agreeing: Sequence[Eligible], at: datetime) -> datetime | None:
    """The instant at which it has the votes it needs, once these agree too; None if it has passed, or does not yet."""
    if resolution.passed_at is not None:
        return None
    new = [Agreement(at, each.votes) for each in agreeing]
    return tipping([*agreements(resolution), *new], resolution.passes_as, resolution.total, resolution.lapses)


def agreements(resolution: Resolution) -> list[Agreement]:
    votes = {each.ref: each.votes for each in resolution.voting}
    return [
        Agreement(each.at, votes[each.eligible_ref])
        for each in resolution.answers
        if each.says == AGREED and each.eligible_ref in votes
    ]


def agreed_by(resolution: Resolution, at: datetime) -> int:
    """The votes of those who had agreed by an instant."""
    return sum(each.votes for each in agreements(resolution) if each.at <= at)


def way_to_log(resolution: Resolution, agreed: int, passed_at: datetime, by: Actor) -> str:
    """How its decision can be logged, whatever stands in the way of what it does: to be asked before any change.

    It has passed by law, and so the log is never refused. Of several answers in one act, what the last of them brings
    about waits, since an act that has changed something cannot be tried.
    """
    act = act_under_way()
    if act is not None and act.touched:
        return WAITING
    return next((way for way in (AT_ONCE, WAITING) if _goes(resolution, agreed, passed_at, by, way)), BY_HAND)


def _goes(resolution: Resolution, agreed: int, passed_at: datetime, by: Actor, way: str) -> bool:
    try:
        with rehearsal():
            _log(resolution, agreed, passed_at, by, way)
    except (Breach, ValidationError):
        return False
    return True


def uphold_what_it_does(resolution: Resolution, by: Actor) -> None:
    """Refuse to circulate what could never be decided so, such as articles adopted by an ordinary resolution."""
    with rehearsal():
        _log(resolution, needed(resolution.passes_as, resolution.total), resolution.circulated, by, WAITING)


def pass_it(resolution: Resolution, passed_at: datetime, by: Actor, way: str) -> None:
    """Note the instant at which it passed, and log the decision."""
    resolution.passed_at = passed_at
    with because(resolution):
        resolution.decision = _log(resolution, agreed_by(resolution, passed_at), passed_at, by, way)


def log_that_it_lapsed(resolution: Resolution, last_day: date, by: Actor) -> None:
    """Enter it in the log of decisions as one that was never taken, with the votes that had agreed."""
    lapses = resolution.lapses
    agreed = sum(each.votes for each in agreements(resolution) if lapses is None or each.at < lapses)
    with because(resolution):
        resolution.decision = decisions.log(
            **_facts(resolution, agreed), outcome=LAPSED, on=last_day, since=last_day, by=by
        )


def _log(resolution: Resolution, agreed: int, passed_at: datetime, by: Actor, way: str) -> Decision:
    on = clock.civil_day(passed_at)
    return decisions.log(
        **_facts(resolution, agreed) | _done(resolution, way),
        outcome=CARRIED,
        on=on,
        since=max(on, resolution.takes_effect or on),
        waits=way == WAITING,
        by=by,
    )


def _done(resolution: Resolution, way: str) -> dict[str, Any]:
    return {"kind": OTHER} if way == BY_HAND else read_back(resolution.kind, json.loads(resolution.effect))


def _facts(resolution: Resolution, agreed: int) -> dict[str, Any]:
    """Those who are silent stand as abstaining: they are neither for it nor, in law, against it."""
    return {
        "body": resolution.body,
        "kind": resolution.kind,
        "route": UNANIMOUS if resolution.passes_as == UNANIMOUSLY else WRITTEN,
        "text": resolution.text,
        "votes_for": agreed,
        "votes_against": 0,
        "abstained": resolution.total - agreed,
        "rationale": _why(resolution),
    }


def _why(resolution: Resolution) -> str:
    """Where its lapse was in the log before an agreement was entered that had come in time: that it was."""
    said = resolution.decision
    return f"{said.number} says that it lapsed: an agreement that came in time was entered after that." if said else ""
