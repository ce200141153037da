from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.commands.agenda import put
from registry.meetings.commands.noticing import give_notice
from registry.meetings.models import Meeting
from registry.meetings.order import standing_items
from registry.structure.models import Body


@command
def convene(
    *,
    body: Body,
    on: date,
    begins: str,
    place: str,
    notice_given: date | None = None,
    joining: str = "",
    standing: bool = False,
    items: Iterable[dict[str, Any]] = (),
    by: Actor,
) -> Meeting:
    """Call a meeting, with as much of its agenda as is settled. `notice_given` is the day notice went out.

    `joining` says how those elsewhere take part. The agenda has the body's `standing` items about its own, if asked.
    """
    rules.body_exists(body.since, body.until, on)
    meeting = Meeting(body=body, on=on, begins=begins, place=place, joining=joining)
    for each in standing_items(body) if standing else ():
        put(meeting, **each._asdict())
    for item in items:
        put(meeting, **item)
    db.session.add(meeting)
    if notice_given is not None:
        give_notice(meeting, notice_given=notice_given, by=by)
    return meeting
