from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from registry.decisions.models import Decision
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.practices import commands as practices_
from registry.practices.models import Practice
from registry.reorganisations import rules
from registry.reorganisations.commands.together import leave_all, reorganising
from registry.reorganisations.models import MERGED, MERGER, TOOK_IN, Reorganisation
from registry.reorganisations.tracing import COUNT, MERGE, Trace, facts_of
from registry.wording import day as in_words


@command
def merge(
    into: Practice,
    *,
    practices: Sequence[Mapping[str, Any]],
    on: date,
    agreed: date | None = None,
    dates: str = "",
    source: str,
    inferred: bool = False,
    note: str = "",
    decision: Decision | None = None,
    by: Actor,
) -> Reorganisation:
    """Make practices one with another from a day on (ODS-03): each is `{"practice": …, "branch": its code or None}`.

    They leave all that they belong to; their list sizes are added to the other’s, where each is known. Shares stay
    in the names they are in, and are held for the practice that they have become (EC-01).
    """
    rules.some_practice_merges(len(practices))
    merging = [each["practice"] for each in practices]
    rules.each_is_named_once([each.ref for each in merging])
    told = {"on": on, "agreed": agreed, "dates": dates, "source": source, "inferred": inferred, "note": note}
    with reorganising(MERGER, decision=decision, **told) as trace:
        trace.concerns(into, TOOK_IN)
        for each in practices:
            _take_in(trace, into, each["practice"], on=on, branch=each.get("branch"), by=by)
        _add_up(trace, into, merging, on=on, by=by)
    return trace.of


def _take_in(trace: Trace, into: Practice, practice: Practice, *, on: date, branch: str | None, by: Actor) -> None:
    trace.concerns(practice, MERGED)
    before = facts_of(practice, "merged", "merged_into_ref", "closed")
    practices_.merge(practice, into=into, on=on, branch=branch, by=by)
    leave_all(trace, practice, on=on, by=by)
    trace.took(MERGE, practice, before, facts_of(practice, "merged", "merged_into_ref"))


def _add_up(trace: Trace, into: Practice, merging: Sequence[Practice], *, on: date, by: Actor) -> None:
    """Count the patients of all together, unless somebody has counted them that day or one’s are not known."""
    sizes = [(each, each.list_size(on)) for each in (into, *merging)]
    if any(size is None or (each is into and size.on == on) for each, size in sizes):
        return
    known = [(each, size) for each, size in sizes if size is not None]
    told = ", ".join(f"{each.code} ({size.patients:,} on {in_words(size.on)})" for each, size in known)
    size = practices_.count(
        into, on=on, patients=sum(size.patients for _, size in known), source=f"Added up on the merger: {told}", by=by
    )
    trace.took(COUNT, into, {"on": on, "patients": size.patients, "source": size.source}, {})
