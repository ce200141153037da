from datetime import date

from registry.law import rule

GUIDANCE = "NHS England guidance, Managing Conflicts of Interest in the NHS"


@rule(GUIDANCE, field="opens")
def has_begun(opens: date, today: date) -> bool:
    """A round is opened on the day on which it begins, or after: {opens} is still to come."""
    return opens <= today


@rule(GUIDANCE, field="due")
def leaves_time_to_answer(opens: date, due: date) -> bool:
    """Whoever is asked needs time to answer: a round is due on a day after it opens, {opens}."""
    return opens < due


@rule(GUIDANCE, field="opens")
def no_other_is_open(other: str) -> bool:
    """One round at a time, so that it is plain what each answers: close “{other}” first."""
    return not other


@rule(GUIDANCE, field="bodies")
def somebody_is_asked(count: int) -> bool:
    """A round asks somebody: on that day nobody sits in a seat of these bodies, or none was chosen."""
    return count > 0


@rule(GUIDANCE)
def is_still_open(closed: date | None) -> bool:
    """This round was closed on {closed}."""
    return closed is None


@rule(GUIDANCE)
def somebody_is_written_to(count: int) -> bool:
    """There is nobody to write to: everyone has answered, has no e-mail address, or was written to today."""
    return count > 0


@rule(GUIDANCE, field="closed")
def closes_while_it_could(opens: date, closed: date, today: date) -> bool:
    """A round is over on a day after it opened, {opens}, and not on one that is still to come."""
    return opens < closed <= today
