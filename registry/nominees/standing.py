"""For whom accounts are held, asked by commands and by the rooms after this one."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.members.models import Member
from registry.nominees.models import Nomination


def nominations_on(member: Member, day: date) -> Sequence[Nomination]:
    """The practices for which an account is held on a day."""
    found = select(Nomination).where(Nomination.member_ref == member.ref, Nomination.in_force(day))
    return db.session.scalars(found.order_by(Nomination.since, Nomination.ref)).all()
