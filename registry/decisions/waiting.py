"""What a decision is still to do, kept with it until its day has come and nothing stands in its way."""

import json
from datetime import date
from typing import Any

from registry.authorisations.models import Authorisation
from registry.db import db
from registry.decisions.doing import Answers
from registry.decisions.effects import DOINGS, doing_of
from registry.decisions.models import Decision
from registry.directors.models import Directorship
from registry.interests.models import Interest
from registry.ledger.canonical import canonical
from registry.members.models import Member, ShareClass
from registry.people.models import Person
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms.models import Terms
from registry.transfers.models import Transfer

DOCUMENTS: dict[str, type[Any]] = {
    "seat": Seat,
    "person": Person,
    "directorship": Directorship,
    "parent": Body,
    "terms": Terms,
    "member": Member,
    "share_class": ShareClass,
    "lodged": Transfer,
    "interest": Interest,
    "also_interested": Person,
    "resolution": Decision,
    "authorisation": Authorisation,
}
"""The answers that name documents of other registers."""
DAYS = ("until", "special_notice", "offered", "closes", "review_due", "lapses")


def written_down(kind: str, answers: Answers) -> dict[str, Any]:
    """The answers that a kind of decision asks for, as JSON has them: documents by their refs, days as ISO has them."""
    asks = DOINGS[kind].asks if kind in DOINGS else ()
    return {name: _written(answers[name]) for name in asks if answers.get(name) is not None}


def read_back(kind: str, told: Answers) -> dict[str, Any]:
    """`written_down` undone: every answer that the kind asks for, None where there is none."""
    asks = DOINGS[kind].asks if kind in DOINGS else ()
    return {name: _read(name, told[name]) if name in told else None for name in asks}


def put_off(decision: Decision, answers: Answers) -> None:
    """Keep what a decision does for later."""
    decision.waiting = canonical(written_down(decision.kind, answers))


def what_waits(decision: Decision) -> dict[str, Any]:
    """The answers with which a decision is to be carried out."""
    return read_back(decision.kind, json.loads(decision.waiting))


def foretold(decision: Decision) -> str:
    """What a decision is still to do, in words; nothing, if it has done it or does nothing."""
    doing = doing_of(decision)
    if not decision.waiting or doing is None:
        return ""
    return doing.foretells(decision, what_waits(decision))


def _written(answer: Any) -> Any:
    if isinstance(answer, (list, tuple)):
        return [_written(each) for each in answer]
    if isinstance(answer, date):
        return answer.isoformat()
    return getattr(answer, "ref", answer)


def _read(name: str, told: Any) -> Any:
    if isinstance(told, list):
        return [_read(name, each) for each in told]
    if name in DOCUMENTS:
        return db.session.get_one(DOCUMENTS[name], told)
    return date.fromisoformat(told) if name in DAYS else told
