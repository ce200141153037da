"""Which profiles are on record, asked by commands and by forms."""

from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.practices.models import Practice
from registry.profiles.models import Profile


def profile_of(practice: Practice, on: date) -> Profile | None:
    """The profile that tells of a practice on that very day."""
    return db.session.scalar(select(Profile).where(Profile.practice_ref == practice.ref, Profile.on == on))


def latest_profile(practice: Practice, day: date) -> Profile | None:
    """The last profile by a day."""
    by_then = select(Profile).where(Profile.practice_ref == practice.ref, Profile.on <= day)
    return db.session.scalars(by_then.order_by(Profile.on.desc())).first()
