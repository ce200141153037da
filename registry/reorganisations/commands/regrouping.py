from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from registry.decisions.models import Decision
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.periods import ONE_DAY
from registry.reorganisations import rules, standing
from registry.reorganisations.commands.together import join, leave, reorganising
from registry.reorganisations.models import REGROUPING, Reorganisation, Succession
from registry.reorganisations.tracing import DISSOLVE, FOUND, INTRODUCE, RETIRE, Trace, facts_of
from registry.structure import commands as structure
from registry.structure.models import Body

Place = tuple[str, str | None]
"""The name of a body, and its code."""


@command
def regroup(
    *,
    name: str,
    kind: str,
    replaces: str | None = None,
    places: Sequence[Mapping[str, Any]],
    least: int | None = None,
    most: int | None = None,
    on: date,
    agreed: date | None = None,
    dates: str = "",
    source: str,
    inferred: bool = False,
    note: str = "",
    decision: Decision | None = None,
    by: Actor,
) -> Reorganisation:
    """Group the practices anew from a day on: each place is `{"practice", "body", "code": the body’s, or None}`.

    `replaces` is the kind of grouping that ends with it, bodies and all; None, if none does. A body of the new kind
    that is named as it was goes on. A place without a practice founds the body alone.
    """
    told = {"on": on, "agreed": agreed, "dates": dates, "source": source, "inferred": inferred, "note": note}
    named = [each["practice"].ref for each in places if each["practice"] is not None]
    rules.each_practice_is_placed_once(named)
    was = _where_each_was(replaces or kind, on)
    with reorganising(REGROUPING, decision=decision, **told) as trace:
        places = _under_one_name(places)
        wanted = dict.fromkeys((each["body"], each.get("code")) for each in places)
        kept = {place: body for place in wanted for body in standing.bodies_on(kind, on) if _is_it(body, place)}
        if replaces is not None:
            _end(trace, replaces, on=on, but=list(kept.values()), by=by)
        _begin(trace, kind, name, on=on, dates=dates, least=least, most=most, source=source, by=by)
        bodies = {place: kept.get(place) or _found(trace, place, kind, on=on, by=by) for place in wanted}
        for each in places:
            if each["practice"] is not None:
                _put(trace, bodies[each["body"], each.get("code")], each["practice"], on=on, by=by)
        _note_successions(trace, was, bodies.values(), on)
    return trace.of


def _under_one_name(places: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The places, each body by the name that it was given first, however that is cased further down."""
    names: dict[str, str] = {}
    return [dict(each) | {"body": names.setdefault(each["body"].casefold(), each["body"])} for each in places]


def _is_it(body: Body, place: Place) -> bool:
    """Whether a place is a body that there is: by its code, or by its name if no code is given."""
    name, code = place
    return body.code == code if code else body.name.casefold() == name.casefold()


def _where_each_was(kind: str, on: date) -> dict[str, Body]:
    """By practice, the body of a kind that it is in just before a day."""
    bodies = standing.bodies_of(kind, on)
    return {each.practice_ref: body for body in bodies for each in standing.is_in(body, on - ONE_DAY)}


def _end(trace: Trace, kind: str, *, on: date, but: Sequence[Body], by: Actor) -> None:
    ending = [body for body in standing.bodies_of(kind, on) if body not in but]
    rules.there_is_something_to_replace(len(ending) + len(but))
    if (scheme := standing.scheme_of(kind, on)) is not None and scheme.until is None:
        structure.retire(scheme, until=on, by=by)
        trace.took(RETIRE, scheme, {"until": None}, {"until": on})
    for body in ending:
        for belonging in standing.is_in(body, on):
            leave(trace, belonging, on=on, by=by)
        before = facts_of(body, "ods_until")
        structure.dissolve(body, until=on, by=by)
        trace.took(DISSOLVE, body, before, {"until": on})


def _begin(trace: Trace, kind: str, name: str, *, on: date, by: Actor, **told: Any) -> None:
    """Introduce the scheme, unless one of its kind goes on."""
    if standing.scheme_of(kind, on) is None:
        scheme = structure.introduce(name=name, kind=kind, since=on, **told, by=by)
        trace.took(INTRODUCE, scheme, {}, {"until": None})


def _found(trace: Trace, place: Place, kind: str, *, on: date, by: Actor) -> Body:
    name, code = place
    body = structure.found(name=name, kind=kind, code=code, since=on, by=by)
    trace.took(FOUND, body, {}, {"until": None})
    return body


def _put(trace: Trace, body: Body, practice: Any, *, on: date, by: Actor) -> None:
    here = standing.in_kind(practice, body.kind, on)
    if here is not None and here.body is body:
        return
    if here is not None:
        leave(trace, here, on=on, by=by)
    join(trace, body, practice, on=on, by=by)


def _note_successions(trace: Trace, was: Mapping[str, Body], bodies: Any, on: date) -> None:
    """How many practices of each body of before are in each of after; of a body without any, that it is new."""
    for body in bodies:
        came = Counter(was.get(each.practice_ref) for each in standing.is_in(body, on))
        for before, practices in came.items() or [(None, 0)]:
            place = len(trace.of.successions)
            trace.of.successions.append(Succession(place=place, before=before, after=body, practices=practices))
