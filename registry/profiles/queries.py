from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import contains_eager, selectinload

from registry.db import db
from registry.practices.models import Practice
from registry.profiles import sentences
from registry.profiles.models import ROLES, Profile
from registry.profiles.staffing import added_up, as_full_time
from registry.profiles.standing import latest_profile

Line = dict[str, Any]


def profiles_on(day: date) -> list[Line]:
    """The latest profile by a day of each practice open that day, in the order of their codes."""
    by_then = select(Profile.practice_ref, func.max(Profile.on).label("on")).where(Profile.on <= day)
    latest = by_then.group_by(Profile.practice_ref).subquery()
    same = and_(Profile.practice_ref == latest.c.practice_ref, Profile.on == latest.c.on)
    found = _read(_whole().join(latest, same).order_by(Practice.code))
    return [line_of(profile, day) for profile in found if profile.practice.is_open(day)]


def profiles_of(practice: Practice, day: date) -> list[Line]:
    """What a practice has told of itself by a day, the latest first."""
    its_own = _whole().where(Profile.practice_ref == practice.ref, Profile.on <= day)
    return [line_of(profile, day) for profile in _read(its_own.order_by(Profile.on.desc()))]


def profiles_by(day: date) -> Iterable[Line]:
    """Every profile that tells of a day up to one."""
    found = _whole().where(Profile.on <= day).order_by(Practice.code, Profile.on.desc())
    return (line_of(profile, day) for profile in _read(found))


def _whole() -> Select[Profile]:
    of_it = contains_eager(Profile.practice)
    particulars, sizes = of_it.selectinload(Practice.particulars), of_it.selectinload(Practice.list_sizes)
    return select(Profile).join(Profile.practice).options(of_it, particulars, sizes, selectinload(Profile.staff))


def _read(asked: Select[Profile]) -> Iterable[Profile]:
    return db.session.scalars(asked)


def told(profile: Profile, day: date) -> Line:
    """A profile whole, and the day of the latest one that has followed it by a day."""
    latest = latest_profile(profile.practice, day)
    followed = latest if latest is not None and latest.on > profile.on else None
    return line_of(profile, profile.on) | {
        "rev": profile.rev,
        "note": profile.note,
        "later": followed and followed.on,
        "later_ref": followed and followed.ref,
    }


def line_of(profile: Profile, day: date) -> Line:
    """A profile under the name that its practice bears on a day."""
    practice = profile.practice
    return _staff_of(profile) | {
        "ref": profile.ref,
        "code": practice.code,
        "practice": practice.name_on(day),
        "on": profile.on,
        "source": profile.source,
        "building": profile.building,
        "tenure": profile.tenure,
        "premises": sentences.premises(profile.building, profile.tenure),
        "rating": profile.rating,
        "rated": profile.rated,
        "rated_as": sentences.rated_as(profile.rating, profile.rated),
        "patients": profile.patients,
        "patients_compared": _patients_compared(profile),
    }


def _patients_compared(profile: Profile) -> str:
    if (size := profile.practice.list_size(profile.on)) is None:
        return sentences.patients_compared(profile.patients, None, None)
    return sentences.patients_compared(profile.patients, size.patients, size.on)


def _staff_of(profile: Profile) -> Line:
    roles = [_role_line(profile, role) for role in ROLES]
    heads = added_up(role["headcount"] for role in roles)
    full_time = added_up(role["full_time_hundredths"] for role in roles)
    return {
        "roles": roles,
        "headcount": heads.number if heads.roles else None,
        "roles_not_known": heads.not_known,
        "staff": sentences.in_all(heads),
        "full_time": sentences.in_all(full_time, as_full_time),
        "total": profile.total,
        "total_compared": sentences.total_compared(profile.total, heads),
    }


def _role_line(profile: Profile, role: str) -> Line:
    line = profile.works_as(role)
    facts = (line.headcount, line.full_time_hundredths) if line else (None, None)
    return {"role": role, "headcount": facts[0], "full_time_hundredths": facts[1], "told": sentences.in_role(*facts)}
