"""How actions are told: who has each, by when, how far it has come, and whether it is late."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.actions.models import Action
from registry.actions.reading import Reads
from registry.actions.sentences import by_when, step_in_words, where_agreed
from registry.actions.standing import Standing, standing_on
from registry.db import db
from registry.meetings.models import Meeting

Line = dict[str, Any]
OPEN, LATE, CLOSED = STATES = "open", "late", "closed"


def lines_of(actions: Iterable[Action], day: date, reads: Reads) -> list[Line]:
    """Those agreed by a day that the reader may be told of: the open ones first, the soonest due first."""
    told = [action for action in actions if action.agreed <= day and reads(action)]
    met = _met(told)
    lines = [_line(action, standing_on(action, day), met, day) for action in told]
    return sorted(lines, key=lambda line: (not line["is_open"], line["falls_due"] or date.max, line["number"]))


def line_of(action: Action, day: date) -> Line:
    """One of them, as it stands on a day."""
    return _line(action, standing_on(action, day), _met([action]), day)


def _met(actions: Iterable[Action]) -> dict[str, list[date]]:
    """The days on which the bodies of some actions meet, or met."""
    stands = Meeting.body_ref.in_({action.body_ref for action in actions}), Meeting.cancelled.is_(None)
    met: dict[str, list[date]] = defaultdict(list)
    for body_ref, on in db.session.execute(select(Meeting.body_ref, Meeting.on).where(*stands)):
        met[body_ref].append(on)
    return met


def _line(action: Action, standing: Standing, met: dict[str, list[date]], day: date) -> Line:
    falls_due = standing.falls_due(met[action.body_ref]) if standing.is_open else None
    steps = [step_in_words(step) for step in action.steps if step.on <= day]
    return {
        "ref": action.ref,
        "rev": action.rev,
        "number": action.number,
        "place": action.place,
        "body": action.body.name,
        "body_ref": action.body_ref,
        "meeting_ref": action.meeting_ref,
        "decision_ref": action.decision_ref,
        "agreed": action.agreed,
        "where": where_agreed(action),
        "what": action.what,
        "owner": standing.owner.name_on(day),
        "owner_ref": standing.owner.ref,
        "others": [each.person.name_on(day) for each in action.others],
        "other_refs": [each.person_ref for each in action.others],
        "due": standing.due,
        "falls_due": falls_due,
        "by_when": by_when(standing.due),
        "is_open": standing.is_open,
        "state": _state(standing, falls_due, day),
        "steps": steps,
        "last": steps[-1] if steps else "",
        "closed": standing.closed,
        "why": standing.why,
    }


def _state(standing: Standing, falls_due: date | None, day: date) -> str:
    if not standing.is_open:
        return standing.how
    return LATE if falls_due is not None and falls_due < day else OPEN
