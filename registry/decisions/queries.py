from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.decisions.authority import authority_of
from registry.decisions.effects import BY_ACT
from registry.decisions.models import AT_MEETING, CARRIED, NOT_ON_FILE, POLL, UNANIMOUS, WRITTEN, Decision, Effect
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.structure.models import COMPANY, GENERAL_MEETING, Body
from registry.terms.models import Terms
from registry.wording import day as in_words

Line = dict[str, Any]

HOW = {
    AT_MEETING: "At the meeting",
    UNANIMOUS: "Unanimously, without a meeting",
    WRITTEN: "By written resolution",
    POLL: "On a poll at the meeting",
    NOT_ON_FILE: "How it was taken is not on file",
}
VOTES = ("for", "against", "abstained")


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
    succeeded = _successors([decision.ref], day)
    return line | {
        "rev": decision.rev,
        "status": status_of(decision, succeeded.get(decision.ref, []), day),
        "superseded_by": succeeded.get(decision.ref, []),
        "supersedes": _cited(decision.supersedes_ref),
        "authority": authority_of(decision),
    }


def bodies_deciding() -> list[Line]:
    """The bodies that have taken decisions, by name."""
    found = select(Body).where(select(Decision.ref).where(Decision.body_ref == Body.ref).exists()).order_by(Body.name)
    return [{"ref": body.ref, "name": body.name} for body in db.session.scalars(found)]


def adopting_body(terms: Terms) -> Body:
    """Which body adopts terms: its own or, of the company's, the members in general meeting if they are on record."""
    if terms.body.kind != COMPANY:
        return terms.body
    members = db.session.scalar(select(Body).where(Body.kind == GENERAL_MEETING).order_by(Body.since))
    return members or terms.body


def _decisions() -> Select[Any]:
    """Decisions with all that their lines tell, in a few statements however many there are."""
    mover = joinedload(Decision.mover).selectinload(Person.names)
    parts = (selectinload(Decision.effects), joinedload(Decision.body), joinedload(Decision.meeting), mover)
    in_turn = Decision.on.desc(), Decision.year.desc(), func.coalesce(Decision.place, 0).desc(), Decision.ref.desc()
    return select(Decision).options(*parts).order_by(*in_turn)


def lines_of(wanted: Select[Any], day: date) -> list[Line]:
    found = db.session.scalars(wanted.where(Decision.on <= day)).all()
    succeeded = _successors([decision.ref for decision in found], day)
    done = _done(found)
    return [_line(decision, succeeded.get(decision.ref, []), done, day) for decision in found]


def _line(decision: Decision, successors: list[Line], done: dict[str, Line], day: date) -> Line:
    return {
        "ref": decision.ref,
        "number": decision.number,
        "body": decision.body.name,
        "body_ref": decision.body_ref,
        "kind": decision.kind,
        "route": decision.route,
        "how": how(decision),
        "meeting_ref": decision.meeting_ref,
        "on": decision.on,
        "dates": decision.dates,
        "since": decision.since,
        "text": decision.text,
        "outcome": decision.outcome,
        "votes_for": decision.votes_for,
        "votes_against": decision.votes_against,
        "abstained": decision.abstained,
        "mover": decision.mover and decision.mover.name_on(decision.on),
        "mover_ref": decision.mover_ref,
        "effects": [done[effect.ref] for effect in decision.effects],
        "superseded_by": successors,
        "status": status_of(decision, successors, day),
    }


def status_of(decision: Decision, successors: list[Line], day: date) -> str:
    """In words: in force, superseded, carried but not yet in effect; or what became of it."""
    if decision.outcome != CARRIED:
        return decision.outcome
    if successors:
        return "superseded"
    return "in force" if decision.since <= day else f"carried, in effect from {in_words(decision.since)}"


def how(decision: Decision) -> str:
    """How it was decided: At the meeting of 14 November 2026; 7 for, 1 against, 0 abstained."""
    votes = zip((decision.votes_for, decision.votes_against, decision.abstained), VOTES, strict=True)
    counted = ", ".join(f"{count} {word}" for count, word in votes if count is not None)
    route = HOW[decision.route]
    if decision.meeting is not None:
        route = f"{route} of {in_words(decision.meeting.on)}"
    return "; ".join(filter(None, (route, counted)))


def _successors(refs: Iterable[str], day: date) -> dict[str, list[Line]]:
    """The carried decisions that had superseded these by a day."""
    wanted = select(Decision).where(Decision.supersedes_ref.in_(refs), Decision.outcome == CARRIED)
    found: dict[str, list[Line]] = defaultdict(list)
    for decision in db.session.scalars(wanted.where(Decision.on <= day).order_by(Decision.on, Decision.ref)):
        found[str(decision.supersedes_ref)].append(_citation(decision))
    return found


def _citation(decision: Decision) -> Line:
    return {"ref": decision.ref, "number": decision.number, "on": decision.on}


def _cited(ref: str | None) -> Line | None:
    found = db.session.get(Decision, ref) if ref else None
    return _citation(found) if found else None


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
