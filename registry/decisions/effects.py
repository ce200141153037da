"""What a carried decision of each kind does in other registers: one entry here for each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry.decisions import allotting, rules, transferring
from registry.decisions.constitution import uphold_the_amendment
from registry.decisions.models import (
    ADOPTED,
    ALLOTTED,
    APPOINTED,
    CARRIED,
    ENDED,
    REFUSED,
    REVOKED,
    TRANSFERRED,
    Decision,
    Effect,
)
from registry.ledger import Document, Part, because
from registry.ledger.acts import Actor
from registry.members.models import Member
from registry.people.models import Person
from registry.seats import commands as seats
from registry.seats.models import Appointment, Seat
from registry.terms import commands as terms
from registry.terms.models import Terms
from registry.transfers.models import Transfer
from registry.wording import day as in_words

Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Doing:
    """An act that a decision brings about.

    `changes` names the answer that is the document changed; `needs`, each answer it cannot do
    without, with the sentence that asks for it; `takes`, the answers it can use besides. `does`
    gives the part of the document that it made or ended, if there is one; `tells` says afterwards
    what was done, of documents of `model` that `reads` has read, each shown on the page `shown`.
    """

    act: str
    changes: str
    model: type[Any]
    needs: Mapping[str, str]
    does: Callable[[Decision, Answers, Actor], Part | None]
    tells: Callable[[Any, Effect], str]
    reads: Callable[[], Select[Any]]
    shown: str
    takes: tuple[str, ...] = ()

    @property
    def asks(self) -> tuple[str, ...]:
        return (*self.needs, *self.takes)


def _appoint(decision: Decision, answers: Answers, by: Actor) -> Part:
    return seats.appoint(answers["seat"], person=answers["person"], since=decision.since, until=answers["until"], by=by)


def _retire(decision: Decision, answers: Answers, by: Actor) -> Part:
    rules.ends_once_in_effect(decision.since, answers["until"])
    return seats.retire(answers["seat"], until=answers["until"], by=by)


def _adopt(decision: Decision, answers: Answers, by: Actor) -> None:
    uphold_the_amendment(decision, answers["terms"])
    terms.adopt(answers["terms"], since=decision.since, by=by)


def _revoke(decision: Decision, answers: Answers, by: Actor) -> None:
    terms.revoke(answers["terms"], until=decision.since, by=by)


def _seats() -> Select[Any]:
    people = selectinload(Seat.appointments).joinedload(Appointment.person).selectinload(Person.names)
    return select(Seat).options(people, joinedload(Seat.body))


def _terms() -> Select[Any]:
    return select(Terms).options(joinedload(Terms.body))


def _appointed(seat: Seat, effect: Effect) -> str:
    appointment = _part(seat.appointments, effect)
    person = appointment.person.name_on(appointment.since)
    return f"Appointed {person} to the seat “{seat.title}”, {seat.body.name}, from {in_words(appointment.since)}"


def _ended(seat: Seat, effect: Effect) -> str:
    appointment = _part(seat.appointments, effect)
    person, last = appointment.person.name_on(appointment.since), in_words(appointment.last_day)
    return f"Ended the appointment of {person} to the seat “{seat.title}”, {seat.body.name}; the last day is {last}"


def _adopted(adopted: Terms, effect: Effect) -> str:
    return f"Adopted {adopted.title}, version {adopted.version}, in force from {in_words(adopted.since)}"


def _revoked(ended: Terms, effect: Effect) -> str:
    return f"Ended {ended.title}, version {ended.version}; the last day in force is {in_words(ended.last_day)}"


def _part(parts: Iterable[Any], effect: Effect) -> Any:
    return next(part for part in parts if part.ref == effect.part_ref)


DOINGS = {
    APPOINTED: Doing(
        act="seats.appoint",
        changes="seat",
        model=Seat,
        needs={"seat": "Say which seat is filled.", "person": "Say who is appointed."},
        takes=("until",),
        does=_appoint,
        tells=_appointed,
        reads=_seats,
        shown="seats.seat",
    ),
    ENDED: Doing(
        act="seats.retire",
        changes="seat",
        model=Seat,
        needs={"seat": "Say which seat is left.", "until": "Say which is the first day the seat is vacant."},
        does=_retire,
        tells=_ended,
        reads=_seats,
        shown="seats.seat",
    ),
    ADOPTED: Doing(
        act="terms.adopt",
        changes="terms",
        model=Terms,
        needs={"terms": "Say which terms are adopted; draft them first if they are not here."},
        does=_adopt,
        tells=_adopted,
        reads=_terms,
        shown="terms.version",
    ),
    REVOKED: Doing(
        act="terms.revoke",
        changes="terms",
        model=Terms,
        needs={"terms": "Say which terms end."},
        does=_revoke,
        tells=_revoked,
        reads=_terms,
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
}
BY_ACT = {doing.act: doing for doing in DOINGS.values()} | {"members.allot": DOINGS[ALLOTTED]}
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
    changed: Document = answers[doing.changes]
    with because(decision):
        part = doing.does(decision, answers, by)
    kind = str(changed.__table__.name)  # type: ignore[attr-defined]
    decision.effects.append(
        Effect(act=doing.act, document_kind=kind, document_ref=changed.ref, part_ref=part and part.ref)
    )
