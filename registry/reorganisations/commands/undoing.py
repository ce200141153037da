import json
from collections.abc import Callable
from datetime import date
from typing import Any

from registry import clock
from registry.db import db
from registry.ledger import Document, correction
from registry.ledger.acts import Actor
from registry.ledger.documents import kinds
from registry.ledger.links import linking_to
from registry.practices import commands as practices
from registry.reorganisations import rules, standing
from registry.reorganisations.models import Reorganisation, Step
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
    day_before_it,
    is_as_left,
)
from registry.structure import commands as structure

Undoing = Callable[[Any, Step, str, Actor], None]


@correction
def undo(reorganisation: Reorganisation, *, reason: str, by: Actor) -> None:
    """It was wrong, or did not come about: put every register back as it was, by a counter-act for each step.

    Refused, and nothing put back, if anything that it touched has been changed since or anything rests on what it
    entered: the first of them is named.
    """
    rules.has_not_been_undone(reorganisation.undone)
    later = standing.built_on(reorganisation)
    rules.nothing_was_built_on_it(later and sentence_of(later))
    documents = {step.ref: _document(step) for step in reorganisation.steps}
    for step in reorganisation.steps:
        rules.is_as_it_was_left(_called(documents[step.ref]), is_as_left(step, documents[step.ref]))
    _uphold_that_nothing_rests_on_it(reorganisation, documents)
    for step in reversed(reorganisation.steps):
        UNDO[step.what](documents[step.ref], step, reason, by)
    reorganisation.undone, reorganisation.undone_why = clock.today(), reason


def _document(step: Step) -> Document:
    document = db.session.get_one(kinds()[step.document_kind].cls, step.document_ref)
    assert isinstance(document, Document)
    return document


def _called(document: Document) -> str:
    return document.called or document.__tablename__.replace("_", " ")


def _uphold_that_nothing_rests_on_it(reorganisation: Reorganisation, documents: dict[str, Document]) -> None:
    """Of what it entered: nothing may link to it but what it entered itself."""
    ours = {document.ref for document in documents.values()} | {reorganisation.ref}
    for step in reorganisation.steps:
        if step.what in (ENTER, FOUND):
            document = documents[step.ref]
            others = (other for other in linking_to(document) if other.ref not in ours)
            rest = next((other for other in others if not getattr(other, "struck", False)), None)
            rules.nothing_rests_on_it(_called(document), rest and _called(rest))


def _unmerge(practice: Any, step: Step, reason: str, by: Actor) -> None:
    practices.unmerge(practice, closed=day_before_it(step, "closed"), reason=reason, by=by)


def _uncount(practice: Any, step: Step, reason: str, by: Actor) -> None:
    """Strike the figure that was added up; one that somebody has counted of that day since is left as it is."""
    told = json.loads(step.before)
    on = date.fromisoformat(told["on"])
    size = next((each for each in practice.list_sizes if each.on == on), None)
    if size is not None and (size.patients, size.source) == (told["patients"], told["source"]):
        practices.uncount(practice, on=on, reason=reason, by=by)


def _strike_practice(practice: Any, step: Step, reason: str, by: Actor) -> None:
    practices.strike(practice, reason=reason, by=by)


def _reopen_branch(practice: Any, step: Step, reason: str, by: Actor) -> None:
    code = json.loads(step.before)["code"]
    branch = next((each for each in practice.branches if each.code == code), None)
    rules.is_as_it_was_left(_called(practice), branch is not None and branch.until == step.reorganisation.on)
    practices.reopen_branch(practice, code=code, reason=reason, by=by)


def _resume(belonging: Any, step: Step, reason: str, by: Actor) -> None:
    structure.resume(belonging, ods_until=day_before_it(step, "ods_until"), reason=reason, by=by)


def _strike(belonging: Any, step: Step, reason: str, by: Actor) -> None:
    structure.strike(belonging, reason=reason, by=by)


def _strike_body(body: Any, step: Step, reason: str, by: Actor) -> None:
    structure.strike_body(body, reason=reason, by=by)


def _revive(body: Any, step: Step, reason: str, by: Actor) -> None:
    structure.revive(body, ods_until=day_before_it(step, "ods_until"), reason=reason, by=by)


def _strike_scheme(scheme: Any, step: Step, reason: str, by: Actor) -> None:
    structure.strike_scheme(scheme, reason=reason, by=by)


def _restore_scheme(scheme: Any, step: Step, reason: str, by: Actor) -> None:
    structure.restore(scheme, reason=reason, by=by)


UNDO: dict[str, Undoing] = {
    CLOSE_BRANCH: _reopen_branch,
    COUNT: _uncount,
    DISSOLVE: _revive,
    ENTER: _strike_practice,
    FOUND: _strike_body,
    INTRODUCE: _strike_scheme,
    JOIN: _strike,
    LEAVE: _resume,
    MERGE: _unmerge,
    RETIRE: _restore_scheme,
}
"""For each step, the counter-act that says it was not so."""
