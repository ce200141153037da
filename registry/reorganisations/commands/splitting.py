from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from registry.decisions.models import Decision
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.periods import ONE_DAY
from registry.practices import commands as practices_
from registry.practices.models import COMMISSIONER, Practice
from registry.reorganisations import rules, standing
from registry.reorganisations.commands.together import join, reorganising
from registry.reorganisations.models import SET_UP, SPLIT, WAS_SPLIT, Reorganisation
from registry.reorganisations.tracing import CLOSE_BRANCH, COUNT, ENTER, Trace


@command
def split(
    practice: Practice,
    *,
    into: Sequence[Mapping[str, Any]],
    on: date,
    agreed: date | None = None,
    dates: str = "",
    source: str,
    inferred: bool = False,
    note: str = "",
    decision: Decision | None = None,
    by: Actor,
) -> Reorganisation:
    """Set up practices out of one that goes on: each `{"code", "name", "address", "patients", "branch"}`.

    `branch` is the code of the branch that it was, which closes. The new ones join all that the old one is in; what
    patients they take with them, where that is told of each, it has no more. Shares stay as they are.
    """
    rules.some_practice_is_set_up(len(into))
    rules.each_code_is_given_once([each["code"] for each in into])
    told = {"on": on, "agreed": agreed, "dates": dates, "source": source, "inferred": inferred, "note": note}
    with reorganising(SPLIT, decision=decision, **told) as trace:
        trace.concerns(practice, WAS_SPLIT)
        _count_the_rest(trace, practice, into, on=on, source=source, by=by)
        for each in into:
            _set_up(trace, practice, each, on=on, source=source, by=by)
    return trace.of


def _set_up(trace: Trace, old: Practice, asked: Mapping[str, Any], *, on: date, source: str, by: Actor) -> None:
    commissioner = old.told(COMMISSIONER, on)
    new = practices_.enter(
        code=asked["code"],
        name=asked["name"],
        address=asked.get("address") or "",
        commissioner=commissioner,
        opened=on,
        by=by,
    )
    if (patients := asked.get("patients")) is not None:
        practices_.count(new, on=on, patients=patients, source=source, by=by)
    trace.concerns(new, SET_UP)
    trace.took(ENTER, new, {}, {"closed": None, "merged": None})
    if branch := asked.get("branch"):
        practices_.close_branch(old, code=branch, until=on, by=by)
        trace.took(CLOSE_BRANCH, old, {"code": branch}, {})
    for belonging in standing.belongings_on(on - ONE_DAY, old):
        if belonging.holds(on):
            join(trace, belonging.body, new, on=on, by=by)


def _count_the_rest(
    trace: Trace, practice: Practice, into: Sequence[Mapping[str, Any]], *, on: date, source: str, by: Actor
) -> None:
    """Count those who stay, where it is told of each new practice how many go, and nobody has counted that day."""
    size, going = practice.list_size(on), [each.get("patients") for each in into]
    if size is None or size.on == on or None in going:
        return
    leaving = sum(each for each in going if each is not None)
    rules.no_more_leave_than_there_are(leaving, size.patients)
    less = f"{size.patients:,} less {leaving:,} on the split: {source}"
    rest = practices_.count(practice, on=on, patients=size.patients - leaving, source=less, by=by)
    trace.took(COUNT, practice, {"on": on, "patients": rest.patients, "source": rest.source}, {})
