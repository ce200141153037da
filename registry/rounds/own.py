"""What whoever comes by a link is shown of herself, and of nobody else."""

from datetime import date
from typing import Any

from registry.interests.queries import own_declarations, to_be_confirmed
from registry.interests.rules import months_after
from registry.interests.standing import places_of
from registry.links.models import Link
from registry.periods import ONE_DAY
from registry.rounds.answers import DECLARED, NOTHING
from registry.rounds.models import MONTHS, Round
from registry.rounds.queries import state_of
from registry.rounds.states import State
from registry.wording import day as worded


def own_page(link: Link, round: Round, day: date) -> dict[str, Any]:
    """Her own declarations and places, whether she has answered, and what can be done by the link until when.

    The words of an interest that is not published are not among them, since a letter may be read by another.
    """
    person, state = link.person, state_of(round, link.person_ref, day)
    told = own_declarations(person, day, private=False)
    return {
        "title": "Your declaration of interests",
        "person": person.name_on(day),
        "round": round.title,
        "due": round.due,
        "word": told["word"],
        "interests": [line for line in told["interests"] if line["runs"] or line["last_day"] >= day],
        "private": [each.declared_on for each in to_be_confirmed(person, day) if not each.is_open],
        "places": places_of(person, day),
        "nothing": told["nothing"],
        "stands": _stands(state),
        "again": _again(round, state),
        "last_day": link.until - ONE_DAY,
    }


def _stands(state: State) -> str | None:
    """What she has said in this round."""
    if state.answer is None:
        return None
    on = worded(state.answer.on)
    if state.answer.what == DECLARED:
        return f"You told us on {on} of an interest."
    what = "that you have nothing to declare" if state.answer.what == NOTHING else "what you have declared"
    return f"You confirmed {what} on {on}; that stands."


def _again(round: Round, state: State) -> date | None:
    """By when she is asked the next time."""
    return months_after(state.answer.on, MONTHS[round.kind]) if state.answer else None
