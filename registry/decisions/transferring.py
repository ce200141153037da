"""What a decision about a lodged transfer does: it is registered, or refused with reasons (CA 2006, s.771)."""

from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry.decisions.doing import Answers, Doing
from registry.decisions.models import REFUSED, TRANSFERRED, Decision, Effect
from registry.ledger.acts import Actor
from registry.members.models import Holder, Member
from registry.people.models import Person
from registry.transfers import commands as transfers
from registry.transfers.models import Transfer, Transferee
from registry.transfers.sentences import in_short
from registry.wording import day as in_words


def register(decision: Decision, answers: Answers, by: Actor) -> None:
    """The day of entry in the register is the day on which the decision takes effect."""
    transfers.register(answers["lodged"], entered=decision.takes_effect, by=by)


def refuse(decision: Decision, answers: Answers, by: Actor) -> None:
    transfers.refuse(answers["lodged"], refused=decision.takes_effect, reasons=answers["reasons"], by=by)


def registered(transfer: Transfer, effect: Effect) -> str:
    return _told("Registered", transfer, transfer.registered)


def refused(transfer: Transfer, effect: Effect) -> str:
    return _told("Refused", transfer, transfer.refused)


def reads() -> Select[Any]:
    names = [
        way.joinedload(who).selectinload(Person.names)
        for way, who in (
            (joinedload(Transfer.member).selectinload(Member.holders), Holder.person),
            (joinedload(Transfer.to).selectinload(Member.holders), Holder.person),
            (selectinload(Transfer.transferees), Transferee.person),
        )
    ]
    return select(Transfer).options(*names, joinedload(Transfer.share_class))


def _told(done: str, transfer: Transfer, day: date | None) -> str:
    assert day is not None
    return f"{done} {transfer.kind} {transfer.number} on {in_words(day)}: {in_short(transfer, day)}"


def _to_register(decision: Decision, answers: Answers) -> str:
    return _to_do("Register", decision, answers)


def _to_refuse(decision: Decision, answers: Answers) -> str:
    return _to_do("Refuse", decision, answers)


def _to_do(what: str, decision: Decision, answers: Answers) -> str:
    lodged, day = answers["lodged"], decision.takes_effect
    return f"{what} {lodged.kind} {lodged.number} on {in_words(day)}: {in_short(lodged, day)}"


DOINGS = {
    TRANSFERRED: Doing(
        act="transfers.register",
        changes="lodged",
        model=Transfer,
        needs={"lodged": "Say which transfer is registered; lodge it first if it is not here."},
        does=register,
        foretells=_to_register,
        tells=registered,
        reads=reads,
        shown="transfers.transfer",
        waits_for_its_day=True,
    ),
    REFUSED: Doing(
        act="transfers.refuse",
        changes="lodged",
        model=Transfer,
        needs={
            "lodged": "Say which transfer is refused.",
            "reasons": "Say why it is refused: the reasons go to the transferee with the notice.",
        },
        does=refuse,
        foretells=_to_refuse,
        tells=refused,
        reads=reads,
        shown="transfers.transfer",
        waits_for_its_day=True,
    ),
}
