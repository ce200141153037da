"""How each person asked stands in a round on a day: pure, from what she has said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from registry.rounds.answers import DECLARED, Answer
from registry.wording import counted

NOT_YET, LATE = "Not yet", "Late by "


@dataclass(frozen=True)
class State:
    """`words` for how a person stands; what answered the round, and how many days late the first answer came."""

    words: str
    answer: Answer | None = None
    days_late: int = 0


def state_on(day: date, answers: Sequence[Answer], *, opens: date, due: date) -> State:
    """By the last confirmation, which says most, or else by the last declaration; answers are in their order."""
    given = [answer for answer in answers if opens <= answer.on <= day]
    if not given:
        return State(f"{LATE}{counted((day - due).days, 'day')}" if day > due else NOT_YET)
    words = [answer for answer in given if answer.what != DECLARED]
    last = (words or given)[-1]
    return State(last.what, last, max(0, (given[0].on - due).days))
