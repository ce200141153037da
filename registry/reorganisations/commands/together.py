"""What the acts of this room have in common: how one begins, and the steps that several of them take."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from registry import clock
from registry.db import db
from registry.decisions.models import Decision
from registry.ledger import because
from registry.ledger.acts import Actor
from registry.practices.models import Practice
from registry.reorganisations import rules, standing
from registry.reorganisations.models import Reorganisation
from registry.reorganisations.tracing import JOIN, LEAVE, Trace, facts_of
from registry.structure import commands as structure
from registry.structure.models import Belonging, Body


@contextmanager
def reorganising(kind: str, *, decision: Decision | None, **told: Any) -> Iterator[Trace]:
    """Take the steps within as one reorganisation, by the authority of the decision that is its cause, if any."""
    trace = Trace(Reorganisation(kind=kind, decision=decision, **told))
    if decision is None:
        yield trace
    else:
        with because(decision):
            yield trace
    db.session.add(trace.of)


def leave_all(trace: Trace, practice: Practice, *, on: date, by: Actor) -> list[Belonging]:
    """Take a practice out of all that it is in, from a day."""
    for later in standing.belongings_after(on, practice):
        rules.is_in_nothing_from_a_later_day(later.called, later.since, on)
    left = standing.belongings_on(on, practice)
    for belonging in left:
        leave(trace, belonging, on=on, by=by)
    return left


def leave(trace: Trace, belonging: Belonging, *, on: date, ods_on: date | None = None, by: Actor) -> None:
    rules.no_end_is_on_record(belonging.called, belonging.until)
    before = facts_of(belonging, "until", "ods_until")
    structure.leave(belonging, until=on, ods_until=ods_on, by=by)
    trace.took(LEAVE, belonging, before, facts_of(belonging, "until"))


def join(trace: Trace, body: Body, practice: Practice, *, on: date, ods_on: date | None = None, by: Actor) -> None:
    belonging = structure.join(body, practice=practice, since=on, ods_since=ods_on, by=by)
    trace.took(JOIN, belonging, {}, facts_of(belonging, "until"))


def name_of(practice: Practice) -> str:
    return f"{practice.code} {practice.name_on(clock.today())}"
