from datetime import date
from typing import Any

from sqlalchemy import select

from registry.adherence.models import Deed
from registry.db import db
from registry.members.accounts import particulars_of
from registry.members.models import Member
from registry.members.queries import WITH_PARTICULARS

Line = dict[str, Any]


def adherence_on(day: date) -> list[Line]:
    """Every member of a day, with the deed signed by then or none."""
    deeds = {deed.member_ref: deed for deed in db.session.scalars(select(Deed).where(Deed.signed <= day))}
    found = db.session.scalars(
        select(Member).where(Member.entered <= day).options(*WITH_PARTICULARS).order_by(Member.folio)
    )
    return [_line(member, deeds.get(member.ref), day) for member in found if member.is_member(day)]


def deed_on(member: Member, day: date) -> list[Line]:
    found = select(Deed).where(Deed.member_ref == member.ref, Deed.signed <= day)
    return [_line(member, deed, day) for deed in db.session.scalars(found)]


def told(deed: Deed, day: date) -> Line:
    return _line(deed.member, deed, day)


def _line(member: Member, deed: Deed | None, day: date) -> Line:
    who = particulars_of(member, day)
    return {
        "ref": deed and deed.ref,
        "rev": deed and deed.rev,
        "member": member.ref,
        "name": who["name"],
        "folio": member.folio,
        "entered": member.entered,
        "signed": deed and deed.signed,
        "evidence": deed and deed.evidence_name,
    }
