"""A director removed by the members: what the decision needs, and what it did."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry.decisions import rules
from registry.decisions.doing import Answers, Doing
from registry.decisions.models import AT_MEETING, POLL, REMOVED, Decision, Effect
from registry.directors import commands
from registry.directors.models import Directorship
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.structure.models import GENERAL_MEETING
from registry.wording import day as in_words


def by_the_members(decision: Decision, answers: Answers) -> None:
    by_members, at_meeting = decision.body.kind == GENERAL_MEETING, decision.route in (AT_MEETING, POLL)
    rules.director_is_removed_at_a_general_meeting(by_members, at_meeting)
    rules.special_notice_was_given(answers["special_notice"], decision.on)


def remove(decision: Decision, answers: Answers, by: Actor) -> None:
    commands.remove(answers["directorship"], until=decision.takes_effect, by=by)


def reads() -> Select[Any]:
    return select(Directorship).options(joinedload(Directorship.person).selectinload(Person.names))


def removed(directorship: Directorship, effect: Effect) -> str:
    last = directorship.last_day
    if last is None:
        return f"Removed {directorship.person.name_on(directorship.since)} as a director, which was since put right"
    return f"Removed {directorship.person.name_on(last)} as a director; the last day is {in_words(last)}"


def serving() -> Select[Any]:
    names = selectinload(Person.names)
    return (
        select(Directorship).where(Directorship.until.is_(None)).options(joinedload(Directorship.person).options(names))
    )


def _to_remove(decision: Decision, answers: Answers) -> str:
    person, first = answers["directorship"].person.name_on(decision.takes_effect), in_words(decision.takes_effect)
    return f"Remove {person} as a director; the first day no longer one is {first}"


DOINGS = {
    REMOVED: Doing(
        act="directors.remove",
        changes="directorship",
        model=Directorship,
        needs={
            "directorship": "Say which director is removed.",
            "special_notice": "Say on which day the company had special notice of it.",
        },
        upholds=by_the_members,
        does=remove,
        foretells=_to_remove,
        tells=removed,
        reads=reads,
        shown="directors.directorship",
    ),
}
