"""Whether a body that decided had anything to decide under, and whether all agreed where no meeting was held."""

from collections.abc import Iterator

from sqlalchemy import select

from registry.compliance.findings import NO_QUORUM, NO_TERMS, NOT_BY_ALL, WANTING, Finding, cited
from registry.compliance.held import Alone, Held
from registry.db import db
from registry.decisions.models import CARRIED, UNANIMOUS, Decision
from registry.decisions.unconflicted import if_all_came, not_counted_in
from registry.periods import ONE_DAY
from registry.structure.models import BOARD, COMPANY, GENERAL_MEETING
from registry.terms import queries as terms
from registry.terms.in_force import citation
from registry.terms.models import TERMS_OF_REFERENCE, Terms
from registry.wording import day as in_words

DELEGATED, UNANIMOUSLY, WITH_A_QUORUM = (
    "Model Articles, art. 5(1)",
    "Model Articles, art. 8(1)",
    "Model Articles, art. 8(4)",
)
BY_LAW = BOARD, COMPANY, GENERAL_MEETING
"""Bodies that need no terms to act; any other acts under those that delegate to it."""


def ended_terms(held: Held) -> Iterator[Finding]:
    yield from _ended(held.carried)


def without_a_meeting(alone: Alone) -> Iterator[Finding]:
    """Of what all are said to have agreed to, as far as the books tell: everybody, and enough of them."""
    decision = alone.decision
    if decision.outcome != CARRIED or decision.body.kind in (COMPANY, GENERAL_MEETING):
        return
    yield from _ended([decision])
    if decision.route == UNANIMOUS:
        yield from _not_by_all(alone)
        yield from _too_few(alone)


def _ended(decisions: list[Decision]) -> Iterator[Finding]:
    if not decisions or (body := decisions[0].body).kind in BY_LAW:
        return
    on = decisions[0].on
    if terms.in_force(body, on) is not None:
        return
    ended = select(Terms).where(Terms.body_ref == body.ref, Terms.kind == TERMS_OF_REFERENCE, Terms.until <= on)
    last = db.session.scalar(ended.order_by(Terms.until.desc()).limit(1))
    if last is not None and last.until is not None:
        sentence = (
            f"{citation(last)} ended, and their last day was {in_words(last.until - ONE_DAY)}; none were in force "
        )
        sentence += f"when {cited(decisions)} was carried."
        yield Finding(NO_TERMS, WANTING, sentence, DELEGATED, decisions, terms_ref=last.ref)


def _not_by_all(alone: Alone) -> Iterator[Finding]:
    """Where votes are on record: those for are all that the eligible have."""
    decision, interested = alone.decision, not_counted_in(alone.decision)
    had = sum(line["votes"] for line in alone.seats if set(line["people"]) - interested.keys())
    against = (decision.votes_against or 0) + (decision.abstained or 0)
    is_short = decision.votes_for is not None and decision.votes_for < had
    if against or is_short:
        said = f"{decision.votes_for or 0} for, {against} not for, of {had} votes"
        sentence = f"{decision.number} was taken without a meeting, and not by all who were eligible: {said}."
        yield Finding(NOT_BY_ALL, WANTING, sentence, UNANIMOUSLY, [decision])


def _too_few(alone: Alone) -> Iterator[Finding]:
    decision = alone.decision
    lines = [line for line in alone.seats if line["votes"]]
    quorum = if_all_came(alone.books.rules_on(decision.body, decision.on), lines, not_counted_in(decision))
    if lines and quorum.quorate is False:
        sentence = f"{decision.number} was taken without a meeting by fewer than make a quorum: {quorum.sentence}."
        yield Finding(NO_QUORUM, WANTING, sentence, WITH_A_QUORUM, [decision])
