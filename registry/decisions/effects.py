"""What a carried decision of each kind does in other registers: one entry here for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select

from registry.authorisations.models import Authorisation
from registry.decisions import allotting, authorising, removing, rules, tellings, transferring
from registry.decisions.constitution import uphold_the_amendment, uphold_the_end
from registry.decisions.models import (
    ADOPTED,
    ALLOTTED,
    APPOINTED,
    AUTHORISED,
    CARRIED,
    ENDED,
    REFUSED,
    REMOVED,
    REVOKED,
    TRANSFERRED,
    UNAUTHORISED,
    Decision,
    Effect,
)
from registry.directors.models import Directorship
from registry.ledger import Document, Part, because
from registry.ledger.acts import Actor
from registry.members.models import Member
from registry.seats import commands as seats
from registry.seats.models import Seat
from registry.terms import commands as terms
from registry.terms.models import Terms
from registry.transfers.models import Transfer

Answers = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What is said afterwards of an act: `tells` says it of a document of `model` that `reads` has read.

    Each is shown on the page `shown`.
    """

    act: str
    model: type[Any]
    tells: Callable[[Any, Effect], str]
    reads: Callable[[], Select[Any]]
    shown: str


@dataclass(frozen=True, kw_only=True)
class Doing(Telling):
    """An act that a decision brings about as it is logged.

    `changes` names the answer that is the document changed, or nothing where `does` makes a new one and gives it;
    otherwise `does` gives the part of the document that it made or ended, if there is one. `needs` are the answers it
    cannot do without, each with the sentence that asks for it; `takes`, the answers it can use besides.
    """

    changes: str = ""
    needs: Mapping[str, str]
    does: Callable[[Decision, Answers, Actor], Part | Document | None]
    takes: tuple[str, ...] = ()

    @property
    def asks(self) -> tuple[str, ...]:
        return (*self.needs, *self.takes)


def _appoint(decision: Decision, answers: Answers, by: Actor) -> Part:
    return seats.appoint(
        answers["seat"], person=answers["person"], since=decision.since, until=answers["until"], how="decision", by=by
    )


def _retire(decision: Decision, answers: Answers, by: Actor) -> Part:
    rules.ends_once_in_effect(decision.since, answers["until"])
    return seats.retire(answers["seat"], until=answers["until"], person=answers["person"], by=by)


def _adopt(decision: Decision, answers: Answers, by: Actor) -> None:
    uphold_the_amendment(decision, answers["terms"])
    terms.adopt(answers["terms"], since=decision.since, on=decision.on, by=by)


def _revoke(decision: Decision, answers: Answers, by: Actor) -> None:
    uphold_the_end(decision, answers["terms"])
    terms.revoke(answers["terms"], until=decision.since, by=by)


DOINGS = {
    APPOINTED: Doing(
        act="seats.appoint",
        changes="seat",
        model=Seat,
        needs={"seat": "Say which seat is filled.", "person": "Say who is appointed."},
        takes=("until",),
        does=_appoint,
        tells=tellings.appointed,
        reads=tellings.seats,
        shown="seats.seat",
    ),
    ENDED: Doing(
        act="seats.retire",
        changes="seat",
        model=Seat,
        needs={"seat": "Say which seat is left.", "until": "Say which is the first day no longer in the seat."},
        takes=("person",),
        does=_retire,
        tells=tellings.ended,
        reads=tellings.seats,
        shown="seats.seat",
    ),
    REMOVED: Doing(
        act="directors.remove",
        changes="directorship",
        model=Directorship,
        needs={
            "directorship": "Say which director is removed.",
            "special_notice": "Say on which day the company had special notice of it.",
        },
        does=removing.remove,
        tells=removing.removed,
        reads=removing.reads,
        shown="directors.directorship",
    ),
    ADOPTED: Doing(
        act="terms.adopt",
        changes="terms",
        model=Terms,
        needs={"terms": "Say which terms are adopted; draft them first if they are not here."},
        does=_adopt,
        tells=tellings.adopted,
        reads=tellings.terms,
        shown="terms.version",
    ),
    REVOKED: Doing(
        act="terms.revoke",
        changes="terms",
        model=Terms,
        needs={"terms": "Say which terms end."},
        does=_revoke,
        tells=tellings.revoked,
        reads=tellings.terms,
        shown="terms.version",
    ),
    ALLOTTED: Doing(
        act="allotments.allot",
        changes="member",
        model=Member,
        needs={
            "member": "Say to which member the shares are allotted.",
            "share_class": "Say of which class the shares are.",
            "shares": "Say how many shares are allotted.",
            "paid": "Say how much is paid on each share.",
            "preemption": "Say how the existing holders’ right of first offer was dealt with.",
        },
        takes=("offered", "closes"),
        does=allotting.allot,
        tells=allotting.allotted,
        reads=allotting.reads,
        shown="members.member",
    ),
    TRANSFERRED: Doing(
        act="transfers.register",
        changes="lodged",
        model=Transfer,
        needs={"lodged": "Say which transfer is registered; lodge it first if it is not here."},
        does=transferring.register,
        tells=transferring.registered,
        reads=transferring.reads,
        shown="transfers.transfer",
    ),
    REFUSED: Doing(
        act="transfers.refuse",
        changes="lodged",
        model=Transfer,
        needs={
            "lodged": "Say which transfer is refused.",
            "reasons": "Say why it is refused: the reasons go to the transferee with the notice.",
        },
        does=transferring.refuse,
        tells=transferring.refused,
        reads=transferring.reads,
        shown="transfers.transfer",
    ),
    AUTHORISED: Doing(
        act="authorisations.authorise",
        model=Authorisation,
        needs={
            "person": "Say whose conflict is authorised.",
            "situation": "Say what the situation is that is authorised.",
            "covers": "Say what the director may do in it.",
        },
        takes=("interest", "conditions", "review_due", "lapses", "also_interested", "resolution", "authorisation"),
        does=authorising.authorise,
        tells=authorising.authorised,
        reads=authorising.reads,
        shown="authorisations.authorisation",
    ),
    UNAUTHORISED: Doing(
        act="authorisations.end",
        changes="authorisation",
        model=Authorisation,
        needs={"authorisation": "Say which authorisation ends."},
        does=authorising.end,
        tells=authorising.ended,
        reads=authorising.reads,
        shown="authorisations.authorisation",
    ),
}
CREATED = Telling(act="seats.establish", model=Seat, tells=tellings.created, reads=tellings.seats, shown="seats.seat")
"""A seat made by a decision once it was logged: the decision’s page asks what it is to be like."""
ABOLISHED = Telling(act="seats.abolish", model=Seat, tells=tellings.abolished, reads=tellings.seats, shown="seats.seat")

BY_ACT: dict[str, Telling] = {each.act: each for each in (*DOINGS.values(), CREATED, ABOLISHED)} | {
    "members.allot": DOINGS[ALLOTTED]
}
"""What an effect on record did; shares were allotted by members.allot before allotments had numbers."""
ASKED = tuple(dict.fromkeys(name for doing in DOINGS.values() for name in doing.asks))
"""Every answer that some effect asks for."""


def kinds_asking(answer: str) -> list[str]:
    """The kinds of decision that have a use for an answer."""
    return [kind for kind, doing in DOINGS.items() if answer in doing.asks]


def bring_about(decision: Decision, answers: Answers, by: Actor) -> None:
    """Do what a carried decision of its kind does, by its authority, and note what it changed."""
    doing = DOINGS.get(decision.kind)
    if doing is None or decision.outcome != CARRIED:
        return
    with because(decision):
        made = doing.does(decision, answers, by)
    changed = answers[doing.changes] if doing.changes else made
    assert isinstance(changed, Document)
    part = made if isinstance(made, Part) else None
    kind = str(changed.__table__.name)  # type: ignore[attr-defined]
    decision.effects.append(
        Effect(act=doing.act, document_kind=kind, document_ref=changed.ref, part_ref=part and part.ref)
    )
