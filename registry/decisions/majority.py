"""The majority that a decision needs by the rules in force for its body, and whether its votes are that."""

from datetime import date

from sqlalchemy import func, select

from registry.db import db
from registry.decisions import rules
from registry.decisions.models import CARRIED, UNANIMOUS, WRITTEN, Decision
from registry.law import Breach
from registry.members.models import Member
from registry.seats.models import Seat
from registry.structure.models import GENERAL_MEETING, Body
from registry.terms.in_force import RuleInForce, RulesInForce, rules_in_force
from registry.terms.models import ARTICLES, Terms
from registry.terms.profiles import SPECIAL_RESOLUTION
from registry.terms.provisions import AT_LEAST, ENTITLED, MORE_THAN
from registry.votes.counting import Majority, reaches
from registry.votes.majorities import abstention_counts, gives_a_casting_vote

SAYS_SO = "special resolution"
"""The members are told in the notice that it is one, and its words say so."""


def is_special(decision: Decision) -> bool:
    """Whether the members passed it as a special resolution: it says so, or it amended the articles."""
    if decision.body.kind != GENERAL_MEETING:
        return False
    adopted = [effect.document_ref for effect in decision.effects if effect.act == "terms.adopt"]
    of_articles = select(Terms.ref).where(Terms.ref.in_(adopted), Terms.kind == ARTICLES)
    return SAYS_SO in decision.text.casefold() or db.session.scalar(of_articles.limit(1)) is not None


def majority_of(decision: Decision) -> RuleInForce | None:
    """The majority that it needs as what it says it is; a matter with one of its own, only its vote names."""
    return _majority_in(rules_in_force(decision.body, decision.on), decision)


def uphold_that_it_is_carried(decision: Decision) -> None:
    """Refuse what is called carried with votes that are not the majority for it; where nobody counted, nothing is.

    Where the votes were equal, whoever was in the chair may have decided, if the rules give a casting vote.
    """
    if decision.outcome != CARRIED:
        return
    rules.unanimous_has_nobody_against(decision.route == UNANIMOUS, decision.votes_against or 0)
    needed = majority_of(decision)
    if needed is not None and is_counted(decision) and not may_turn_on_a_casting_vote(decision):
        uphold_the_majority(decision, needed)


def uphold_the_majority(decision: Decision, needed: RuleInForce) -> None:
    """The votes are the majority that a rule in force asks for; raises Breach citing the rule.

    What all agreed to needs no count. Of a majority of those entitled to vote, they are counted in the registers.
    """
    if decision.route == UNANIMOUS or needed.number is None or needed.of is None:
        return
    rules.votes_are_counted(is_counted(decision))
    if not has_majority(decision, needed):
        votes_for, of = decision.votes_for or 0, votes_of_which(decision, needed)
        raise Breach(f"{needed.sentence}: {votes_for} of {of} are too few.", needed.authority, "votes_for")


def has_every_majority(decision: Decision) -> bool:
    """Whether its votes are the majority for it, whatever it was about: what was lost had not."""
    in_force = rules_in_force(decision.body, decision.on)
    rest = (*in_force.every(MORE_THAN), *in_force.every(AT_LEAST))
    of_matters = [rule for rule in rest if rule.matter and rule.matter.casefold() != SPECIAL_RESOLUTION]
    needed = [rule for rule in (_majority_in(in_force, decision), *of_matters) if rule is not None]
    return is_counted(decision) and all(has_majority(decision, rule) for rule in needed)


def is_counted(decision: Decision) -> bool:
    return decision.votes_for is not None and decision.votes_against is not None


def may_turn_on_a_casting_vote(decision: Decision) -> bool:
    """Whether the votes at a meeting were equal, and the rules in force give the chair another."""
    equal = is_counted(decision) and decision.votes_for == decision.votes_against
    return equal and decision.meeting is not None and gives_a_casting_vote(decision.meeting)


def has_majority(decision: Decision, needed: RuleInForce) -> bool:
    majority = Majority(needed.number or 1, needed.of or 2, "", needed.authority, at_least=needed.what == AT_LEAST)
    return reaches(decision.votes_for or 0, votes_of_which(decision, needed), majority)


def votes_of_which(decision: Decision, needed: RuleInForce) -> int:
    """The votes of which a majority is wanted: those cast or, in writing, all there are, the silent among them."""
    in_force = rules_in_force(decision.body, decision.on)
    others = decision.body.kind != GENERAL_MEETING and abstention_counts(in_force)
    silent = decision.abstained or 0 if others or decision.route == WRITTEN else 0
    cast = (decision.votes_for or 0) + (decision.votes_against or 0) + silent
    return max(cast, entitled(decision.body, decision.on)) if needed.who == ENTITLED else cast


def entitled(body: Body, day: date) -> int:
    """How many votes there are to cast in a body: those of its seats, or of the members, one each."""
    if body.kind == GENERAL_MEETING:
        on_register = (Member.entered <= day) & (Member.ceased.is_(None) | (Member.ceased > day))
        return db.session.scalar(select(func.count()).select_from(Member).where(on_register)) or 0
    votes = select(func.sum(Seat.votes)).where(Seat.body_ref == body.ref, Seat.holding(day))
    return db.session.scalar(votes) or 0


def _majority_in(in_force: RulesInForce, decision: Decision) -> RuleInForce | None:
    if is_special(decision):
        return in_force.of(AT_LEAST, SPECIAL_RESOLUTION)
    return in_force.of(MORE_THAN)
