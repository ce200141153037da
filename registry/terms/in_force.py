"""The rules in force for a body on a day: the one way in which any later room learns a rule, with what says so."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from registry.db import db
from registry.structure.models import COMPANY, Body
from registry.terms.models import AGREEMENT, ARTICLES, TERMS_OF_REFERENCE, Provision, Terms
from registry.terms.profiles import DELEGATION, PROFILES, Standard
from registry.terms.provisions import AT_LEAST, MORE_THAN, Key, key_of, same_kind, sentence_of


@dataclass(frozen=True)
class RuleInForce:
    """A rule with its citation: the version of terms and the clause that say it, or the Act or the Model Articles."""

    what: str
    number: int | None
    of: int | None
    who: str
    matter: str
    sentence: str
    authority: str
    terms_ref: str | None
    clause: str = ""
    is_floor: bool = False


@dataclass(frozen=True)
class RulesInForce:
    """All the rules of a body on a day; of two that differ, the one of the nearer source stands."""

    rules: tuple[RuleInForce, ...]

    def of(self, what: str, matter: str = "") -> RuleInForce | None:
        """The rule of a kind; of one matter, that for the matter or else the common one. Majorities are one kind."""
        found = {
            rule.matter.casefold(): rule for rule in self.rules if rule.what and same_kind(rule.what) == same_kind(what)
        }
        return found.get(matter.casefold()) or found.get("")

    def every(self, what: str) -> list[RuleInForce]:
        return [rule for rule in self.rules if rule.what == what]


def rule_lines(body: Body, day: date) -> list[dict[str, Any]]:
    """The rule sheet of a body: every rule in force on a day, those with figures first."""
    return [asdict(rule) | {"body_ref": body.ref} for rule in rules_in_force(body, day).rules]


def rules_in_force(body: Body, day: date) -> RulesInForce:
    """From the body's own terms of that day, then the company's articles and agreement, then the law.

    What is nearer stands, but for what the Act lets nobody lower.
    """
    found: dict[Key, RuleInForce] = {}
    words: list[RuleInForce] = []
    for rule in _from_all(body, day):
        if not rule.what:
            words.append(rule)
        elif key_of(rule) not in found or (rule.is_floor and _is_below(found[key_of(rule)], rule)):
            found[key_of(rule)] = rule
    return RulesInForce((*found.values(), *words))


def _is_below(rule: RuleInForce, floor: RuleInForce) -> bool:
    """Whether a rule asks for less than the least that the Act does: fewer votes, or fewer days."""
    if rule.number is None or floor.number is None:
        return False
    asks, least = rule.number * (floor.of or 1), floor.number * (rule.of or 1)
    return asks < least or (asks == least and floor.what == MORE_THAN and rule.what != MORE_THAN)


def ground_of(body: Body, day: date) -> RuleInForce:
    """On what a body's deciding rests in the end: how it votes by the articles or the law, or else its delegation."""
    votes = (rule for rule in _from_above(body, day) if rule.what in (MORE_THAN, AT_LEAST) and not rule.matter)
    return next(votes, _of_profile(DELEGATION))


def _from_all(body: Body, day: date) -> Iterator[RuleInForce]:
    for terms in versions_in_force(Terms.body_ref == body.ref, day):
        yield from (rule_of(rule, terms) for rule in terms.provisions if rule.over in ("", body.kind))
    yield from _from_above(body, day)


def _from_above(body: Body, day: date) -> Iterator[RuleInForce]:
    """What the articles, the agreement and the law say of bodies of its kind."""
    for terms in versions_in_force(Terms.body.has(Body.kind == COMPANY), day, ARTICLES, AGREEMENT):
        yield from (rule_of(rule, terms) for rule in terms.provisions if rule.over == body.kind)
    yield from map(_of_profile, PROFILES.get(body.kind, ()))


def versions_in_force(whose: Any, day: date, *kinds: str) -> Iterable[Terms]:
    """The versions of terms in force on a day: of a body's own terms of reference or, of `kinds`, of those."""
    held = Terms.since <= day, or_(Terms.until.is_(None), Terms.until > day)
    asked = select(Terms).where(whose, Terms.kind.in_(kinds or (TERMS_OF_REFERENCE,)), *held)
    return db.session.scalars(asked.order_by(Terms.kind, Terms.ref)).all()


def rule_of(rule: Provision, terms: Terms) -> RuleInForce:
    """A rule that terms hold, with its citation."""
    clause = f", clause {rule.clause}" if rule.clause else ""
    told = rule.what, rule.number, rule.of, rule.who, rule.matter
    return RuleInForce(*told, sentence_of(rule), f"{citation(terms)}{clause}", terms.ref, rule.clause)


def _of_profile(rule: Standard) -> RuleInForce:
    told = rule.what, rule.number, rule.of, rule.who, rule.matter
    return RuleInForce(*told, rule.sentence, rule.authority, None, is_floor=rule.is_floor)


def citation(terms: Any) -> str:
    """A version of a body's terms as a decision cites it: Terms of reference v2.0."""
    return f"{terms.kind[:1].upper()}{terms.kind[1:]} v{terms.version.removeprefix('v')}"
