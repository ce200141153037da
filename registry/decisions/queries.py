from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from registry import clock
from registry.db import db
from registry.decisions import bearings, conditions
from registry.decisions.authority import authority_of
from registry.decisions.effects import BY_ACT
from registry.decisions.models import (
    CARRIED,
    Bearing,
    Decision,
    Effect,
)
from registry.decisions.standing import how, status_of
from registry.decisions.waiting import foretold
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.structure.models import COMPANY, GENERAL_MEETING, Body
from registry.terms.models import Terms

Line = dict[str, Any]


def decisions_on(day: date, body: Body | None = None) -> list[Line]:
    """Every decision taken by a day, or a body's, with what has come of it since: the latest first."""
    return lines_of(_decisions() if body is None else _decisions().where(Decision.body_ref == body.ref), day)


def decisions_at(meeting: Meeting, day: date) -> list[Line]:
    """What was decided at a meeting, in the order in which it was decided."""
    return lines_of(_decisions().where(Decision.meeting_ref == meeting.ref), day)[::-1]


def decisions_changing(ref: str, day: date) -> list[Line]:
    """The decisions that did something to a document of another register: to a seat, say."""
    return lines_of(_decisions().where(Decision.effects.any(Effect.document_ref == ref)), day)


def decisions_where(*which: ColumnElement[bool], day: date) -> list[Line]:
    """The decisions taken by a day of which all this is so."""
    return lines_of(_decisions().where(*which), day)


def resolutions_of_members(since: date) -> list[Line]:
    """What the members resolved from a day on: those entitled to vote were read from the register of the day."""
    by_members = Decision.body.has(Body.kind == GENERAL_MEETING)
    return lines_of(_decisions().where(by_members, Decision.on >= since), date.max)


def decision_on(decision: Decision, day: date) -> Line:
    """A decision whole, and by what authority it was taken, step by step back to the terms and who adopted them."""
    line = lines_of(_decisions().where(Decision.ref == decision.ref), date.max)[0]
    later = bearings.later_about([decision.ref], day)[decision.ref]
    return line | {
        "rev": decision.rev,
        "status": status_of(decision, later, day),
        "later": later,
        "paragraphs": bearings.paragraphs_of(decision, later),
        "conditions": conditions.lines_of(decision, day),
        "authority": authority_of(decision),
    }


def to_be_looked_at_again(day: date) -> list[Line]:
    """The decisions that stand and say by when they are looked at again, until a later one bears on them."""
    lines = decisions_where(Decision.review_by.is_not(None), Decision.outcome == CARRIED, day=day)
    return [line for line in lines if not line["later"] and not line["status"].startswith("lapsed")]


def subject_to_conditions(day: date) -> list[Line]:
    """The decisions that stand and hang on something, with what each hangs on."""
    carried = decisions_where(Decision.conditions.any(), Decision.outcome == CARRIED, day=day)
    hanging = [line | {"open": [each for each in line["conditions"] if each["is_open"]]} for line in carried]
    return [line for line in hanging if line["open"] and "condition" in line["status"]]


def bodies_deciding() -> list[Line]:
    """The bodies that have taken decisions, by name."""
    found = select(Body).where(select(Decision.ref).where(Decision.body_ref == Body.ref).exists()).order_by(Body.name)
    return [{"ref": body.ref, "name": body.name} for body in db.session.scalars(found)]


def only_body() -> Body | None:
    """The one body there is today, if there is one and no more."""
    found = db.session.scalars(select(Body).where(Body.holding(clock.today())).limit(2)).all()
    return found[0] if len(found) == 1 else None


def adopting_body(terms: Terms) -> Body:
    """Which body adopts terms: its own or, of the company's, the members in general meeting if they are on record."""
    if terms.body.kind != COMPANY:
        return terms.body
    members = db.session.scalar(select(Body).where(Body.kind == GENERAL_MEETING).order_by(Body.since))
    return members or terms.body


def _decisions() -> Select[Any]:
    """Decisions with all that their lines tell, in a few statements however many there are."""
    mover = joinedload(Decision.mover).selectinload(Person.names)
    of_it = (selectinload(Decision.effects), selectinload(Decision.conditions))
    earlier = selectinload(Decision.bearings).joinedload(Bearing.old)
    parts = (*of_it, earlier, joinedload(Decision.body), joinedload(Decision.meeting), mover)
    in_turn = Decision.on.desc(), Decision.year.desc(), func.coalesce(Decision.place, 0).desc(), Decision.ref.desc()
    return select(Decision).options(*parts).order_by(*in_turn)


def lines_of(wanted: Select[Any], day: date) -> list[Line]:
    found = db.session.scalars(wanted.where(Decision.on <= day)).all()
    later = bearings.later_about([decision.ref for decision in found], day)
    done = _done(found)
    return [_line(decision, later.get(decision.ref, []), done, day) for decision in found]


def _line(decision: Decision, later: list[Line], done: dict[str, Line], day: date) -> Line:
    return _entered(decision) | {
        "body": decision.body.name,
        "how": how(decision),
        "mover": decision.mover and decision.mover.name_on(decision.on),
        "effects": [done[effect.ref] for effect in decision.effects],
        "waits": foretold(decision),
        "conditions": conditions.lines_of(decision, day),
        "earlier": bearings.earlier_of(decision),
        "later": later,
        "status": status_of(decision, later, day),
    }


ENTERED = (
    "ref", "number", "body_ref", "kind", "route", "meeting_ref", "on", "dates", "since", "text", "outcome", "votes_for",
    "votes_against", "abstained", "mover_ref", "rationale", "options_considered", "review_by", "binds_members",
)  # fmt: skip


def _entered(decision: Decision) -> Line:
    """What was told of it as it was logged."""
    return {name: getattr(decision, name) for name in ENTERED}


def _done(decisions: Iterable[Decision]) -> dict[str, Line]:
    """What each effect did, in words: the documents changed are read kind by kind."""
    by_act: dict[str, list[Effect]] = defaultdict(list)
    for decision in decisions:
        for effect in decision.effects:
            by_act[effect.act].append(effect)
    return {ref: line for act, effects in by_act.items() for ref, line in _told(act, effects)}


def _told(act: str, effects: list[Effect]) -> list[tuple[str, Line]]:
    doing = BY_ACT[act]
    wanted = doing.reads().where(doing.model.ref.in_({effect.document_ref for effect in effects}))
    documents = {document.ref: document for document in db.session.scalars(wanted)}
    return [
        (
            each.ref,
            {"text": doing.tells(documents[each.document_ref], each), "page": doing.shown, "ref": each.document_ref},
        )
        for each in effects
    ]
