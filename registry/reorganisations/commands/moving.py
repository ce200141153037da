from datetime import date

from registry.decisions.models import Decision
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.periods import ONE_DAY
from registry.practices.models import Practice
from registry.reorganisations import rules, standing
from registry.reorganisations.commands.together import join, leave, name_of, reorganising
from registry.reorganisations.models import DEPARTURE, LEFT, MOVE, MOVED, Reorganisation, Succession
from registry.structure.models import PCN, Body


@command
def move(
    practice: Practice,
    *,
    to: Body,
    on: date,
    ods_on: date | None = None,
    agreed: date | None = None,
    dates: str = "",
    source: str,
    inferred: bool = False,
    note: str = "",
    decision: Decision | None = None,
    by: Actor,
) -> Reorganisation:
    """Move a practice from the body that it is in to another of the kind (EC-03).

    `on` is its first day there by the agreement, and `ods_on` by the Organisation Data Service.
    """
    here = standing.in_kind(practice, to.kind, on - ONE_DAY)
    rules.is_elsewhere_the_day_before(name_of(practice), here and here.body.name)
    assert here is not None
    rules.moves_to_another(here.body is to)
    told = {"on": on, "agreed": agreed, "dates": dates, "source": source, "inferred": inferred, "note": note}
    with reorganising(MOVE, decision=decision, **told) as trace:
        trace.concerns(practice, MOVED)
        leave(trace, here, on=on, ods_on=ods_on if here.ods_since else None, by=by)
        join(trace, to, practice, on=on, ods_on=ods_on, by=by)
        trace.of.successions.append(Succession(place=0, before=here.body, after=to, practices=1))
    return trace.of


@command
def depart(
    practice: Practice,
    *,
    on: date,
    network: bool = False,
    agreed: date | None = None,
    dates: str = "",
    source: str,
    inferred: bool = False,
    note: str = "",
    decision: Decision | None = None,
    by: Actor,
) -> Reorganisation:
    """Let a practice leave the federation (EC-21): it leaves its area, locality and hub from a day on.

    It leaves its network too only if asked: a network is the NHS’s, and no part of the federation. Shares stay in
    the names they are in until they are transferred, bought back or forfeited.
    """
    leaving = [each for each in standing.belongings_on(on - ONE_DAY, practice) if network or each.body.kind != PCN]
    rules.leaves_something(len(leaving))
    told = {"on": on, "agreed": agreed, "dates": dates, "source": source, "inferred": inferred, "note": note}
    with reorganising(DEPARTURE, decision=decision, **told) as trace:
        trace.concerns(practice, LEFT)
        for belonging in leaving:
            leave(trace, belonging, on=on, by=by)
    return trace.of
