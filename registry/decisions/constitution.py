"""How the constitution is amended: the articles by special resolution, the agreement as it says itself."""

from datetime import date

from sqlalchemy import func, select

from registry.db import db
from registry.decisions import rules
from registry.decisions.models import UNANIMOUS, WRITTEN, Decision
from registry.law import Breach
from registry.members.models import Member
from registry.seats.models import Seat
from registry.structure.models import GENERAL_MEETING, Body
from registry.terms.in_force import RuleInForce, citation, rule_of, rules_in_force
from registry.terms.models import ARTICLES, CONSTITUTION, Terms
from registry.terms.profiles import SPECIAL_RESOLUTION
from registry.terms.provisions import AT_LEAST, ENTITLED
from registry.terms.standing import versions_of
from registry.votes.counting import Majority, reaches

OF_THE_AGREEMENT = "amendment of this agreement"
"""The matter by which an agreement's rules say how it is itself amended."""


def uphold_the_amendment(decision: Decision, terms: Terms) -> None:
    """Refuse to adopt articles, or an agreement, otherwise than the constitution has it.

    The first of each is not an amendment: the company is formed with its articles, and the parties sign.
    """
    if terms.kind not in CONSTITUTION:
        return
    adopted = [each for each in versions_of(terms) if each.since is not None and each.ref != terms.ref]
    if adopted:
        _uphold(decision, terms, adopted[-1])


def uphold_the_end(decision: Decision, terms: Terms) -> None:
    """The articles are amended and never ended; an agreement is ended as it is amended."""
    rules.company_keeps_its_articles(terms.kind == ARTICLES)
    if terms.kind in CONSTITUTION:
        _uphold(decision, terms, terms)


def _uphold(decision: Decision, terms: Terms, before: Terms) -> None:
    rules.constitution_is_the_members_to_amend(decision.body.kind == GENERAL_MEETING)
    if terms.kind == ARTICLES:
        needed = rules_in_force(decision.body, decision.on).of(AT_LEAST, SPECIAL_RESOLUTION)
        assert needed is not None, "the Act says what a special resolution needs"
        uphold_the_majority(decision, needed)
    else:
        _as_agreed(decision, before)


def _as_agreed(decision: Decision, agreement: Terms) -> None:
    about = (each for each in agreement.provisions if each.of and each.matter.casefold() == OF_THE_AGREEMENT)
    if (needed := next(about, None)) is not None:
        uphold_the_majority(decision, rule_of(needed, agreement))
    elif decision.route != UNANIMOUS or decision.votes_against:
        sentence = "The agreement does not say how it is amended, and so all who are party to it agree."
        raise Breach(sentence, citation(agreement), "route")


def uphold_the_majority(decision: Decision, needed: RuleInForce) -> None:
    """The votes are the majority that a rule in force asks for; raises Breach citing the rule.

    What all agreed to needs no count. Of a majority of those entitled to vote, they are counted in the registers.
    """
    if decision.route == UNANIMOUS or needed.number is None or needed.of is None:
        return
    rules.votes_are_counted(decision.votes_for is not None and decision.votes_against is not None)
    votes_for, cast = decision.votes_for or 0, _counted(decision)
    of = max(cast, entitled(decision.body, decision.on)) if needed.who == ENTITLED else cast
    majority = Majority(needed.number, needed.of, "", needed.authority, at_least=needed.what == AT_LEAST)
    if not reaches(votes_for, of, majority):
        raise Breach(f"{needed.sentence}: {votes_for} of {of} are too few.", needed.authority, "votes_for")


def _counted(decision: Decision) -> int:
    """The votes of which a majority is wanted: those cast or, in writing, all there are, the silent among them."""
    silent = decision.abstained or 0 if decision.route == WRITTEN else 0
    return (decision.votes_for or 0) + (decision.votes_against or 0) + silent


def entitled(body: Body, day: date) -> int:
    """How many votes there are to cast in a body: those of its seats, or of the members, one each."""
    if body.kind == GENERAL_MEETING:
        on_register = (Member.entered <= day) & (Member.ceased.is_(None) | (Member.ceased > day))
        return db.session.scalar(select(func.count()).select_from(Member).where(on_register)) or 0
    votes = select(func.sum(Seat.votes)).where(Seat.body_ref == body.ref, Seat.holding(day))
    return db.session.scalar(votes) or 0
