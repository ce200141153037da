"""What a decision to allot shares does: the member is allotted them, and entered, on the day it takes effect."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from registry.allotments import commands as allotments
from registry.allotments.models import CASH, NOT_CASH, OTHER
from registry.allotments.sentences import how_many
from registry.allotments.standing import authority_in_force
from registry.decisions.doing import Answers, Doing
from registry.decisions.models import ALLOTTED, Decision, Effect
from registry.ledger.acts import Actor
from registry.members.models import Holder, Member, Movement
from registry.people.models import Person
from registry.wording import day as in_words


def allot(decision: Decision, answers: Answers, by: Actor) -> Movement:
    """Under the authority in force that day; of several, the first to end that goes so far."""
    member, share_class, shares = answers["member"], answers["share_class"], answers["shares"]
    for_cash = answers["preemption"] != NOT_CASH
    allotment = allotments.allot(
        share_class=share_class,
        on=decision.takes_effect,
        entered=decision.takes_effect,
        lots=[{"member": member, "shares": shares}],
        paid=answers["paid"],
        consideration=CASH if for_cash else OTHER,
        given="" if for_cash else f"As resolved in {decision.number}",
        preemption=answers["preemption"],
        offered=answers["offered"],
        closes=answers["closes"],
        authority=authority_in_force(share_class, decision.takes_effect, shares),
        by=by,
    )
    return next(movement for movement in member.movements if movement.reference == allotment.number)


def allotted(member: Member, effect: Effect) -> str:
    movement = next((each for each in member.movements if each.ref == effect.part_ref), None)
    if movement is None:
        return f"Allotted shares to {member.called}, of which the register now shows none: the entry was put right"
    shares = how_many(movement.shares, movement.share_class.name)
    number = f", allotment {movement.reference}" if movement.reference else ""
    return f"Allotted {shares} to {member.names_on(movement.on)} on {in_words(movement.on)}{number}"


def reads() -> Select[Any]:
    named = selectinload(Member.holders).joinedload(Holder.person).selectinload(Person.names)
    return select(Member).options(named, selectinload(Member.movements).joinedload(Movement.share_class))


def _to_allot(decision: Decision, answers: Answers) -> str:
    shares = how_many(answers["shares"], answers["share_class"].name)
    return f"Allot {shares} to {answers['member'].names_on(decision.takes_effect)} on {in_words(decision.takes_effect)}"


DOINGS = {
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
        does=allot,
        foretells=_to_allot,
        tells=allotted,
        reads=reads,
        shown="members.member",
        waits_for_its_day=True,
    ),
}
