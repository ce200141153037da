"""How the constitution is amended: the articles by special resolution, the agreement as it says itself."""

from registry.decisions import rules
from registry.decisions.models import UNANIMOUS, Decision
from registry.law import Breach
from registry.structure.models import COMPANY, GENERAL_MEETING
from registry.terms.in_force import RuleInForce, citation, rule_of, rules_in_force
from registry.terms.models import AGREEMENT, ARTICLES, Terms
from registry.terms.profiles import SPECIAL_RESOLUTION
from registry.terms.provisions import AT_LEAST, ENTITLED, MORE_THAN
from registry.terms.queries import in_force

OF_THE_AGREEMENT = "amendment of this agreement"
"""The matter by which an agreement's rules say how it is itself amended."""


def uphold_the_amendment(decision: Decision, terms: Terms) -> None:
    """Refuse to adopt articles, or an agreement, otherwise than the constitution of the day has it.

    The first of each is not an amendment: the company is formed with its articles, and the parties sign.
    """
    if terms.kind not in (ARTICLES, AGREEMENT) or terms.body.kind != COMPANY:
        return
    before = in_force(terms.body, decision.since, terms.kind)
    if before is None:
        return
    if terms.kind == ARTICLES:
        rules.articles_are_amended_by_the_members(decision.body.kind == GENERAL_MEETING)
        needed = rules_in_force(decision.body, decision.on).of(AT_LEAST, SPECIAL_RESOLUTION)
        assert needed is not None, "the Act says what a special resolution needs"
        uphold_the_majority(decision, needed)
    else:
        _amend_as_agreed(decision, before)


def _amend_as_agreed(decision: Decision, agreement: Terms) -> None:
    needed = next((each for each in agreement.provisions if each.matter == OF_THE_AGREEMENT and each.of), None)
    if needed is not None:
        uphold_the_majority(decision, rule_of(needed, agreement))
    elif decision.route != UNANIMOUS or decision.votes_against:
        sentence = "The agreement does not say how it is amended, and so all who are party to it agree."
        raise Breach(sentence, citation(agreement), "route")


def uphold_the_majority(decision: Decision, needed: RuleInForce) -> None:
    """Where votes were counted, they are the majority that a rule in force asks for; raises Breach citing the rule.

    Of a majority of those entitled to vote, the votes against say too little: at least as many as voted were entitled.
    """
    if decision.votes_for is None or needed.number is None or needed.of is None:
        return
    cast = decision.votes_for + (decision.votes_against or 0)
    if needed.who == ENTITLED:
        cast += decision.abstained or 0
    has, wants = decision.votes_for * needed.of, cast * needed.number
    if has < wants or (needed.what == MORE_THAN and has == wants):
        sentence = f"{needed.sentence}: {decision.votes_for} of {cast} are too few."
        raise Breach(sentence, needed.authority, "votes_for")
