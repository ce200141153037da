"""The answers that a form begins with: those of the practice’s last profile, or of the one to be put right."""

from datetime import date
from typing import Any

from registry import clock
from registry.practices.models import Practice
from registry.profiles.models import ROLES, Profile
from registry.profiles.staffing import as_full_time
from registry.profiles.standing import latest_profile

Answers = dict[str, Any]

LASTING = ("building", "tenure", "rating", "rated", "patients", "total")


def as_last_told(practice: Practice) -> Answers:
    """What the practice told last. Of which day, who says so, and the note are a new profile’s own."""
    today: date = clock.today()
    last = latest_profile(practice, today)
    return {"on": today} | (_answers_of(last) if last else {})


def as_it_is(profile: Profile) -> Answers:
    own = {"practice": profile.practice, "on": profile.on, "source": profile.source, "note": profile.note}
    return own | _answers_of(profile)


def _answers_of(profile: Profile) -> Answers:
    told: Answers = {name: getattr(profile, name) for name in LASTING}
    for line in profile.staff:
        place = f"staff-{ROLES.index(line.role)}"
        told[f"{place}-headcount"] = line.headcount
        told[f"{place}-full_time"] = as_full_time(line.full_time_hundredths)
    return told
