"""Which deeds are on file, asked by commands."""

from sqlalchemy import select

from registry.adherence.models import Deed
from registry.db import db
from registry.members.models import Member


def deed_of(member: Member) -> Deed | None:
    return db.session.scalar(select(Deed).where(Deed.member_ref == member.ref))
