from datetime import date

from registry.db import db
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.practices.models import Practice
from registry.structure import rules, standing
from registry.structure.models import Belonging, Body


@command
def join(
    body: Body,
    *,
    practice: Practice,
    since: date,
    until: date | None = None,
    ods_since: date | None = None,
    ods_until: date | None = None,
    note: str = "",
    by: Actor,
) -> Belonging:
    """Bring a practice into a body from a day; `until`, if known, is the first day it is no longer there."""
    rules.body_takes_practices(body.kind)
    rules.ends_after_it_starts(since, until)
    rules.ods_record_ends_after_it_starts(ods_since, ods_until)
    rules.belonging_lies_within_the_life_of_the_body(body, since=since, until=until)
    standing.lock(practice)
    alike = standing.belongings_of(practice, kind=body.kind)
    rules.practice_is_in_one_body_of_a_kind(alike, since=since, until=until)
    dates = {"since": since, "until": until, "ods_since": ods_since, "ods_until": ods_until}
    belonging = Belonging(body=body, practice=practice, note=note, **dates)
    db.session.add(belonging)
    return belonging


@command
def leave(belonging: Belonging, *, until: date, ods_until: date | None = None, reason: str = "", by: Actor) -> None:
    """Take a practice out of a body; `until` is the first day it is no longer there."""
    rules.has_not_ended(belonging)
    rules.ends_after_it_starts(belonging.since, until)
    rules.ods_record_ends_after_it_starts(belonging.ods_since, ods_until)
    rules.belonging_lies_within_the_life_of_the_body(belonging.body, since=belonging.since, until=until)
    belonging.until = until
    belonging.ods_until = ods_until or belonging.ods_until


@correction
def strike(belonging: Belonging, *, reason: str, by: Actor) -> None:
    """It was wrong: the practice was never in that body. The belonging stands as one that held on no day."""
    rules.was_not_struck(belonging.struck)
    belonging.struck = True


@correction
def resume(
    belonging: Belonging,
    *,
    until: date | None = None,
    ods_until: date | None = None,
    reason: str,
    by: Actor,
) -> None:
    """It was wrong: the belonging did not end then, but goes on, or ends from `until`."""
    rules.was_not_struck(belonging.struck)
    rules.has_ended(belonging)
    rules.ends_after_it_starts(belonging.since, until)
    rules.ods_record_ends_after_it_starts(belonging.ods_since, ods_until)
    rules.belonging_lies_within_the_life_of_the_body(belonging.body, since=belonging.since, until=until)
    standing.lock(belonging.practice)
    others = standing.belongings_of(belonging.practice, kind=belonging.body.kind)
    alike = [other for other in others if other is not belonging]
    rules.practice_is_in_one_body_of_a_kind(alike, since=belonging.since, until=until)
    belonging.until, belonging.ods_until = until, ods_until
