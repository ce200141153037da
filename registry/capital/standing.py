"""What stands on the register of a class of shares, asked by a command before it alters the capital."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from registry.capital.models import Alteration
from registry.db import db
from registry.members.models import Member, Movement, ShareClass

PREFIX = "C"


def next_number() -> str:
    """C1, C2 …: drawn as the alteration is entered, without gaps."""
    return f"{PREFIX}{(db.session.scalar(select(func.count()).select_from(Alteration)) or 0) + 1}"


def holders_of(share_class: ShareClass, day: date) -> Sequence[tuple[Member, int]]:
    """Every account with shares of a class on a day, in the order of the folios, and how many it has."""
    moved = Member.movements.any((Movement.share_class_ref == share_class.ref) & (Movement.on <= day))
    found = db.session.scalars(
        select(Member).where(moved).options(selectinload(Member.movements)).order_by(Member.folio)
    )
    return [(member, held) for member in found if (held := member.held(day, share_class))]
