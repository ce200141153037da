from collections.abc import Sequence
from datetime import date
from typing import Any

from registry import clock
from registry.db import db
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.practices.models import Practice
from registry.profiles import rules
from registry.profiles.models import NOT_KNOWN, Profile, StaffLine
from registry.profiles.standing import profile_of

Staff = Sequence[dict[str, Any]]
"""Lines of role, headcount and full_time_hundredths."""


@command
def record(
    practice: Practice,
    *,
    on: date,
    source: str,
    building: str = "",
    tenure: str = NOT_KNOWN,
    rating: str = NOT_KNOWN,
    rated: date | None = None,
    patients: int | None = None,
    staff: Staff = (),
    total: int | None = None,
    note: str = "",
    by: Actor,
) -> Profile:
    """Record what a practice tells of itself as at a day. What is left out is not known."""
    _uphold(practice, on, staff, profile_of(practice, on))
    _uphold_rating(rating, rated, on)
    profile = Profile(
        practice=practice, on=on, source=source, building=building, tenure=tenure, rating=rating, rated=rated,
        patients=patients, total=total, note=note,
    )  # fmt: skip
    _write_staff(profile, staff)
    db.session.add(profile)
    return profile


@correction
def correct(
    profile: Profile,
    *,
    practice: Practice,
    on: date,
    source: str,
    building: str = "",
    tenure: str = NOT_KNOWN,
    rating: str = NOT_KNOWN,
    rated: date | None = None,
    patients: int | None = None,
    staff: Staff = (),
    total: int | None = None,
    note: str = "",
    reason: str,
    by: Actor,
) -> None:
    """It was wrong: the whole profile, written anew. What has changed since is another profile, of a later day."""
    other = profile_of(practice, on)
    _uphold(practice, on, staff, None if other is profile else other)
    _uphold_rating(rating, rated, on)
    profile.practice, profile.on, profile.source = practice, on, source
    profile.building, profile.tenure, profile.rating, profile.rated = building, tenure, rating, rated
    profile.patients, profile.total, profile.note = patients, total, note
    _write_staff(profile, staff)


def _uphold(practice: Practice, on: date, staff: Staff, other: Profile | None) -> None:
    rules.tells_of_a_day_that_has_come(on, clock.today())
    rules.practice_was_open(practice.called, practice, on)
    rules.tells_alone_of_its_day(other and other.on)
    rules.role_has_one_line([line["role"] for line in staff])
    for line in staff:
        rules.nobody_works_no_hours(**line)


def _uphold_rating(rating: str, rated: date | None, on: date) -> None:
    rules.day_is_of_a_rating(rating, rated)
    rules.rating_had_been_given(rated, on)


def _write_staff(profile: Profile, staff: Staff) -> None:
    """A line for each role of which anything is known; one that says the same stays the same line."""
    told = {line["role"]: line for line in staff if _says_something(line)}
    for line in [each for each in profile.staff if each.role not in told]:
        profile.staff.remove(line)
    for role, facts in told.items():
        if (standing := profile.works_as(role)) is None:
            profile.staff.append(StaffLine(**facts))
        else:
            standing.headcount, standing.full_time_hundredths = facts["headcount"], facts["full_time_hundredths"]


def _says_something(line: dict[str, Any]) -> bool:
    return line["headcount"] is not None or line["full_time_hundredths"] is not None
