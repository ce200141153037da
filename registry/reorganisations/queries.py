import json
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.ledger import Document
from registry.ledger.documents import kinds
from registry.nominees.queries import beneficial_on
from registry.practices.models import Practice
from registry.reorganisations.models import DEPARTURE, Reorganisation, Step, Subject, Succession
from registry.reorganisations.sentences import sentence_of
from registry.reorganisations.tracing import (
    CLOSE_BRANCH,
    COUNT,
    DISSOLVE,
    ENTER,
    FOUND,
    INTRODUCE,
    JOIN,
    LEAVE,
    MERGE,
    RETIRE,
)
from registry.structure.models import Body
from registry.wording import day as in_words

Line = dict[str, Any]

IN_FORCE, UNDONE, TO_COME = "in force", "undone", "to come"
TAKEN = {
    LEAVE: "It left on {on}",
    JOIN: "It joined on {on}",
    MERGE: "It merged",
    COUNT: "A list size was counted",
    ENTER: "It was entered",
    CLOSE_BRANCH: "Its branch {code} closed",
    FOUND: "It was founded",
    DISSOLVE: "It was dissolved",
    INTRODUCE: "It was introduced",
    RETIRE: "It ended",
}


def reorganisations_on(day: date, *which: ColumnElement[bool]) -> list[Line]:
    """Every reorganisation that has been entered, whether in force by a day or still to come: the latest first."""
    subjects = selectinload(Reorganisation.subjects).joinedload(Subject.practice).selectinload(Practice.particulars)
    successions = selectinload(Reorganisation.successions)
    bodies = successions.joinedload(Succession.before), successions.joinedload(Succession.after)
    found = select(Reorganisation).where(*which).options(subjects, *bodies, joinedload(Reorganisation.decision))
    latest_first = found.order_by(Reorganisation.on.desc(), Reorganisation.ref.desc())
    return [line_of(each, day) for each in db.session.scalars(latest_first)]


def of_practice(practice: Practice, day: date) -> list[Line]:
    return reorganisations_on(day, Reorganisation.subjects.any(Subject.practice_ref == practice.ref))


def of_body(body: Body, day: date) -> list[Line]:
    """Those by which a body began, ended, or gained or lost a practice in the course of one."""
    came_or_went = or_(Succession.before_ref == body.ref, Succession.after_ref == body.ref)
    touched = Reorganisation.steps.any(Step.document_ref == body.ref)
    return reorganisations_on(day, or_(Reorganisation.successions.any(came_or_went), touched))


def line_of(reorganisation: Reorganisation, day: date) -> Line:
    return {
        "ref": reorganisation.ref,
        "on": reorganisation.on,
        "kind": reorganisation.kind,
        "sentence": sentence_of(reorganisation),
        "dates": reorganisation.dates,
        "agreed": reorganisation.agreed,
        "source": reorganisation.source,
        "inferred": "inferred" if reorganisation.inferred else "",
        "decision": reorganisation.decision and reorganisation.decision.number,
        "state": state_on(reorganisation, day),
    }


def state_on(reorganisation: Reorganisation, day: date) -> str:
    if reorganisation.undone is not None:
        return UNDONE
    return TO_COME if day < reorganisation.on else IN_FORCE


def reorganisation_on(reorganisation: Reorganisation, day: date) -> Line:
    """One, with every step it took and what came after what."""
    return line_of(reorganisation, day) | {
        "title": reorganisation.called,
        "rev": reorganisation.rev,
        "note": reorganisation.note,
        "decision_ref": reorganisation.decision_ref,
        "undone": reorganisation.undone,
        "undone_why": reorganisation.undone_why,
        "steps": [_step(step, reorganisation) for step in reorganisation.steps],
        "successions": [
            {
                "before": each.before and each.before.name,
                "before_ref": each.before_ref,
                "after": each.after.name,
                "after_ref": each.after_ref,
                "practices": each.practices,
            }
            for each in reorganisation.successions
        ],
    }


def _step(step: Step, reorganisation: Reorganisation) -> Line:
    document = db.session.get(kinds()[step.document_kind].cls, step.document_ref)
    known = {"on": in_words(reorganisation.on)} | json.loads(step.before)
    name = document.called if isinstance(document, Document) else ""
    return {
        "of": name,
        "what": TAKEN[step.what].format_map(known),
        "kind": step.document_kind,
        "ref": step.document_ref,
    }


def departed_with_shares_on(day: date) -> list[Line]:
    """Each practice that has left the federation by a day, and for which shares are held still."""
    held = {line["practice_ref"]: line for line in beneficial_on(day) if line["practice_ref"]}
    left = (
        select(Subject)
        .join(Subject.reorganisation)
        .where(Reorganisation.kind == DEPARTURE, Reorganisation.undone.is_(None), Reorganisation.on <= day)
    )
    return [
        {
            "ref": each.reorganisation_ref,
            "practice": each.practice.name_on(day),
            "on": each.reorganisation.on,
            "shares": sum(held[each.practice_ref]["shares"].values()),
            "folios": held[each.practice_ref]["folios"],
        }
        for each in db.session.scalars(left)
        if each.practice_ref in held
    ]
