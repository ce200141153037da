"""How the constitution is amended: the articles by special resolution, the agreement as it says itself."""

from registry.decisions import rules
from registry.decisions.majority import uphold_the_majority
from registry.decisions.models import UNANIMOUS, Decision
from registry.law import Breach
from registry.structure.models import GENERAL_MEETING
from registry.terms.in_force import citation, rule_of, rules_in_force
from registry.terms.models import ARTICLES, CONSTITUTION, Terms
from registry.terms.profiles import SPECIAL_RESOLUTION
from registry.terms.provisions import AT_LEAST
from registry.terms.standing import versions_of

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
