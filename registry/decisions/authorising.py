"""What a decision to authorise a director's conflict does, and what it needs (Companies Act 2006, s.175)."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from registry.authorisations import commands as authorisations
from registry.authorisations import rules
from registry.authorisations.models import VARIED, WITHDRAWN, Authorisation
from registry.company.standing import the_company
from registry.db import db
from registry.decisions.doing import Answers, Doing
from registry.decisions.majority import uphold_the_majority
from registry.decisions.models import (
    AT_MEETING,
    AUTHORISED,
    CARRIED,
    POLL,
    UNANIMOUS,
    UNAUTHORISED,
    Decision,
    Effect,
)
from registry.decisions.unconflicted import uphold_without, without
from registry.directors.models import Directorship
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.structure.models import BOARD, GENERAL_MEETING
from registry.terms.in_force import RulesInForce, rules_in_force
from registry.terms.provisions import MORE_THAN, RESERVED
from registry.wording import day as in_words

MATTER = "authorisation of conflicts"
"""The matter by which the articles' rules speak of it: a majority of its own, or that it is reserved to the members."""


def by_the_others(decision: Decision, answers: Answers) -> None:
    """The directors may authorise it, and decide without those who are interested."""
    person = answers["person"]
    _uphold(decision, person, answers["resolution"])
    uphold_without(decision, without(each.ref for each in (person, *_others(answers))))
    if (varied := answers["authorisation"]) is not None:
        rules.varies_one_of_the_same_director(person.ref, varied.person_ref)


def _others(answers: Answers) -> list[Person]:
    """The other directors who are interested."""
    return [each for each in answers["also_interested"] or () if each.ref != answers["person"].ref]


def authorise(decision: Decision, answers: Answers, by: Actor) -> Authorisation:
    """From the day the decision takes effect; an earlier authorisation that it varies ends that day."""
    if (varied := answers["authorisation"]) is not None:
        authorisations.end(varied, until=decision.takes_effect, ended=VARIED, by=by)
        decision.effects.append(_ended(varied))
    return authorisations.authorise(
        answers["person"],
        situation=answers["situation"],
        covers=answers["covers"],
        conditions=answers["conditions"] or "",
        interest=answers["interest"],
        since=decision.takes_effect,
        review_due=answers["review_due"],
        lapses=answers["lapses"],
        also_interested=_others(answers),
        by=by,
    )


def by_the_board(decision: Decision, answers: Answers) -> None:
    """Whoever may authorise may withdraw."""
    rules.directors_authorise(decision.body.kind == BOARD)


def end(decision: Decision, answers: Answers, by: Actor) -> None:
    """It is authorised no longer from the day the decision takes effect."""
    authorisations.end(answers["authorisation"], until=decision.takes_effect, ended=WITHDRAWN, by=by)


def _uphold(decision: Decision, person: Person, resolution: Decision | None) -> None:
    rules.directors_authorise(decision.body.kind == BOARD)
    rules.decided_at_a_meeting_or_by_all(decision.route in (AT_MEETING, POLL, UNANIMOUS))
    is_one = select(Directorship.ref).where(
        Directorship.person_ref == person.ref, Directorship.holding(decision.takes_effect)
    )
    rules.is_a_director(db.session.scalar(is_one.limit(1)) is not None)
    company = the_company()
    rules.members_have_let_the_directors(company and company.incorporated, _lets(resolution, decision))
    _uphold_the_constitution(decision, rules_in_force(decision.body, decision.on))


def _lets(resolution: Decision | None, decision: Decision) -> bool:
    """Whether it is one of the members, carried by the day on which the directors decided."""
    if resolution is None or resolution.body.kind != GENERAL_MEETING:
        return False
    return resolution.outcome == CARRIED and resolution.on <= decision.on


def _uphold_the_constitution(decision: Decision, in_force: RulesInForce) -> None:
    reserved = in_force.of(RESERVED, MATTER)
    whose, authority = (reserved.who, reserved.authority) if reserved else ("", "")
    rules.constitution_leaves_it_to_the_directors(whose, authority)
    needed = in_force.of(MORE_THAN, MATTER)
    if needed is not None and needed.matter:
        uphold_the_majority(decision, needed)


def _ended(authorisation: Authorisation) -> Effect:
    kind = Authorisation.__tablename__
    return Effect(act="authorisations.end", document_kind=kind, document_ref=authorisation.ref)


def reads() -> Select[Any]:
    return select(Authorisation).options(joinedload(Authorisation.person).selectinload(Person.names))


def authorised(authorisation: Authorisation, effect: Effect) -> str:
    """Whose conflict and from when; what it is, only those read who may read the authorisation."""
    name, since = authorisation.person.name_on(authorisation.since), authorisation.since
    return f"Authorised a conflict of interest of {name}, from {in_words(since)}"


def ended(authorisation: Authorisation, effect: Effect) -> str:
    name, last = authorisation.person.name_on(authorisation.since), authorisation.last_day
    return f"Ended the authorisation of a conflict of interest of {name}; the last day is {in_words(last)}"


def _to_authorise(decision: Decision, answers: Answers) -> str:
    """No more than is told afterwards to whoever may not read the authorisation."""
    name, since = answers["person"].name_on(decision.takes_effect), decision.takes_effect
    return f"Authorise a conflict of interest of {name}, from {in_words(since)}"


def _to_end(decision: Decision, answers: Answers) -> str:
    name, first = answers["authorisation"].person.name_on(decision.takes_effect), in_words(decision.takes_effect)
    return f"End the authorisation of a conflict of interest of {name}; the first day without is {first}"


DOINGS = {
    AUTHORISED: Doing(
        act="authorisations.authorise",
        model=Authorisation,
        needs={
            "person": "Say whose conflict is authorised.",
            "situation": "Say what the situation is that is authorised.",
            "covers": "Say what the director may do in it.",
        },
        takes=("interest", "conditions", "review_due", "lapses", "also_interested", "resolution", "authorisation"),
        upholds=by_the_others,
        does=authorise,
        foretells=_to_authorise,
        tells=authorised,
        reads=reads,
        shown="authorisations.authorisation",
    ),
    UNAUTHORISED: Doing(
        act="authorisations.end",
        changes="authorisation",
        model=Authorisation,
        needs={"authorisation": "Say which authorisation ends."},
        upholds=by_the_board,
        does=end,
        foretells=_to_end,
        tells=ended,
        reads=reads,
        shown="authorisations.authorisation",
    ),
}
