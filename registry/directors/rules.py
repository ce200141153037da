from datetime import date

from registry.law import rule

APPOINTING = "Companies Act 2006, s.167(2)"
VERIFYING = "Economic Crime and Corporate Transparency Act 2023, identity verification"
LEAST_AGE = 16
VERIFIED_FROM, VERIFIED_BY = date(2025, 11, 18), date(2026, 11, 18)
"""From which day nobody becomes a director without it, and by which those who were directors before must have it."""


@rule("Companies Act 2006, s.157(1)", field="person")
def director_is_sixteen(age: int | None) -> bool:
    """A director is at least 16 on the day of appointment: the date of birth stands in the register of people."""
    return age is not None and age >= LEAST_AGE


@rule(APPOINTING, field="consented")
def has_consented(consented: date | None, since: date) -> bool:
    """A director has consented to act by the day of appointment, {since}."""
    return consented is not None and consented <= since


@rule(APPOINTING, field="declared")
def has_declared(declared: date | None, since: date) -> bool:
    """A director states by the day of appointment, {since}, that he or she is not disqualified: say when that was."""
    return declared is not None and declared <= since


@rule(VERIFYING, field="verified")
def identity_is_verified(verified: date | None, since: date) -> bool:
    """Nobody becomes a director from 18 November 2025 whose identity has not been verified by then: say when it was."""
    return since < VERIFIED_FROM or (verified is not None and verified <= since)


@rule("Companies Act 2006, s.1138", field="verified")
def has_been_verified(verified: date | None, today: date) -> bool:
    """An identity is recorded as verified once it has been: {verified} is still to come."""
    return verified is None or verified <= today


@rule("Companies Act 2006, s.1138", field="person")
def is_not_yet_a_director(is_one: bool) -> bool:
    """This person is a director for some or all of that time already."""
    return not is_one


@rule("Companies Act 2006, s.1138", field="until")
def ceases_after_appointment(since: date, until: date, ceased: date | None) -> bool:
    """A directorship ends once, on a day after it began, {since}."""
    return since < until and ceased is None


@rule("Companies Act 2006, s.168(1)", field="ended")
def is_removed_by_the_members(ended: str) -> bool:
    """A director is removed by resolution of the members: log that decision, which does it."""
    return ended != "removed"


@rule("Companies Act 2006, s.1138", field="since")
def particulars_change_in_turn(latest: date, since: date, until: date | None) -> bool:
    """Particulars change after the last change, of {latest}, and while the person is a director."""
    return latest < since and (until is None or since < until)


@rule("Companies Act 2006, s.1138", field="person")
def is_alive(died: date | None, since: date) -> bool:
    """Nobody becomes a director who has died: this person died on {died}."""
    return died is None or since <= died


@rule("Companies Act 2006, s.1138", field="since")
def particulars_lie_within(first_ends: date | None, last_begins: date, since: date, until: date | None) -> bool:
    """The particulars on record change while the person is a director: from {last_begins} at the latest."""
    return (first_ends is None or since < first_ends) and (until is None or last_begins < until)
