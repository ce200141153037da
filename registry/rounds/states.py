"""How each person asked stands in a round on a day: pure, from what she has said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from registry.rounds.answers import DECLARED, Answer
from registry.wording import counted

NOT_YET, LATE, NEVER = "Not yet", "Late by ", "Not answered"


@dataclass(frozen=True)
class State:
    """`words` for how a person stands; what answered the round, and how many days late the first answer came."""

    words: str
    answer: Answer | None = None
    days_late: int = 0


def state_on(day: date, answers: Sequence[Answer], *, opens: date, due: date, is_over: bool = False) -> State:
    """By the last confirmation, which says most, or else by the last declaration; answers are in their order."""
    given = [answer for answer in answers if opens <= answer.on <= day]
    if not given:
        return State(_unanswered(day, due, is_over=is_over))
    words = [answer for answer in given if answer.what != DECLARED]
    last = (words or given)[-1]
    return State(last.what, last, max(0, (given[0].on - due).days))


def _unanswered(day: date, due: date, *, is_over: bool) -> str:
    if is_over:
        return NEVER
    return f"{LATE}{counted((day - due).days, 'day')}" if day > due else NOT_YET
