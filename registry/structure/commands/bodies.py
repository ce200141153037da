from datetime import date

from registry.db import db
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.structure import rules, standing
from registry.structure.models import Body


@command
def found(
    *,
    name: str,
    kind: str,
    code: str | None = None,
    parent: Body | None = None,
    since: date,
    until: date | None = None,
    ods_since: date | None = None,
    note: str = "",
    by: Actor,
) -> Body:
    """Found a body. `until` is given only for one of the past: the first day it was no more."""
    rules.ends_after_it_starts(since, until)
    rules.parent_exists(parent, since=since, until=until)
    rules.code_is_of_its_kind(kind, code)
    rules.code_is_free(code is not None and standing.by_code(code) is not None)
    body = Body(
        name=name, kind=kind, code=code, parent=parent, since=since, until=until, ods_since=ods_since, note=note
    )
    db.session.add(body)
    return body


@command
def dissolve(body: Body, *, until: date, ods_until: date | None = None, reason: str = "", by: Actor) -> None:
    """End a body, and with it every belonging to it; `until` is the first day it is no more."""
    rules.has_not_ended(body)
    rules.ends_after_it_starts(body.since, until)
    rules.ods_record_ends_after_it_starts(body.ods_since, ods_until)
    rules.none_answer_to_it_later(standing.children_of(body), until=until)
    belongings = standing.belongings_to(body)
    rules.no_practice_comes_or_goes_later(belongings, until=until)
    body.until, body.ods_until = until, ods_until or body.ods_until
    for belonging in belongings:
        belonging.until = belonging.until or until


@correction
def strike_body(body: Body, *, reason: str, by: Actor) -> None:
    """It was wrong: there was no such body. It stands as one that existed on no day, and its code is free again."""
    rules.was_not_struck(body.struck)
    rules.nothing_belongs_to_it(standing.belongings_to(body), standing.children_of(body))
    body.struck, body.code = True, None


@correction
def revive(body: Body, *, ods_until: date | None = None, reason: str, by: Actor) -> None:
    """It was wrong: the body did not end. Those that left it with its end come back by `resume`."""
    rules.was_not_struck(body.struck)
    rules.has_ended(body)
    rules.parent_exists(body.parent, since=body.since, until=None)
    body.until, body.ods_until = None, ods_until
