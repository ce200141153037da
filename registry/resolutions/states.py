"""How a resolution stands at an instant, and what each answer then counts for. Pure, but for the resolution asked."""

from datetime import date, datetime

from registry import clock
from registry.periods import ONE_DAY
from registry.resolutions.models import AGREED, Eligible, Resolution, ResolutionAnswer

NOT_SENT, OPEN, PASSED, LAPSED, WITHDRAWN = "not circulated yet", "open", "passed", "lapsed", "withdrawn"
NOT_YET, COUNTED, AFTERWARDS, VOID, REFUSAL = (
    "Not yet",
    "Agreed",
    "Agreed after it had passed",
    "Agreed too late: void",
    "Refused, which counts for nothing",
)
NEVER = "Did not agree"


def moment_of(day: date) -> datetime:
    """The instant for which a page of a day tells: now, of today; of any other day, its last."""
    return clock.now() if day == clock.today() else clock.at(day + ONE_DAY, "00:00") - clock.TICK


def state_at(resolution: Resolution, at: datetime) -> str:
    if at < resolution.circulated:
        return NOT_SENT
    if resolution.withdrawn is not None and resolution.withdrawn <= at:
        return WITHDRAWN
    if resolution.passed_at is not None and resolution.passed_at <= at:
        return PASSED
    return LAPSED if resolution.lapses is not None and resolution.lapses <= at else OPEN


def answer_at(resolution: Resolution, eligible: Eligible, at: datetime) -> ResolutionAnswer | None:
    """What somebody had said by an instant: an agreement, if there is one, else the last refusal."""
    given = [each for each in resolution.answers if each.eligible_ref == eligible.ref and each.at <= at]
    agreed = [each for each in given if each.says == AGREED]
    return next(iter(agreed or given[::-1]), None)


def counts_as(resolution: Resolution, answer: ResolutionAnswer) -> str:
    """What an answer is worth, by when it came."""
    if answer.says != AGREED:
        return REFUSAL
    if resolution.passed_at is not None and answer.at > resolution.passed_at:
        return AFTERWARDS
    if resolution.lapses is not None and answer.at >= resolution.lapses:
        return VOID
    return COUNTED
