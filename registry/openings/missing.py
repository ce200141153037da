"""What one would look for in the old books and does not find: numbers that nothing bears, times that nothing fills."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.certificates.models import Certificate
from registry.db import db
from registry.decisions.models import Decision
from registry.members.models import Member, Movement, ShareClass
from registry.openings.gaps import in_words, missing, missing_numbers
from registry.periods import ONE_DAY
from registry.seats.models import Seat
from registry.terms.models import Terms
from registry.wording import counted
from registry.wording import day as dated

Line = dict[str, Any]

REGISTER = "Register of members"


def missing_on(day: date) -> Iterator[Line]:
    """Numbers that nothing bears, and times in which nothing was so, where one would look for something."""
    folios = db.session.scalars(select(Member.folio)).all()
    for gap in missing((folio, folio) for folio in folios):
        yield _gap(REGISTER, f"Folio {in_words(gap)}")
    yield from _at_odds(day)
    for share_class in db.session.scalars(select(ShareClass).where(ShareClass.numbered).order_by(ShareClass.name)):
        for gap in missing(_numbers_given(share_class)):
            yield _gap(REGISTER, f"{share_class.name} shares numbered {in_words(gap)}")
    places = db.session.scalars(select(Certificate.place).where(Certificate.place > 0)).all()
    for gap in missing((place, place) for place in places):
        yield _gap("Certificates", f"Certificate {in_words(gap)}")
    for words in missing_numbers(db.session.scalars(select(Decision.number))):
        yield _gap("Decisions", f"Decision {words}")
    yield from _without_terms(day)
    yield from _unfilled(day)


def _at_odds(day: date) -> Iterator[Line]:
    """Accounts that are open and hold nothing, or closed and hold something."""
    for member in db.session.scalars(select(Member).options(selectinload(Member.movements)).order_by(Member.folio)):
        held = member.held(day)
        if member.is_member(day) and member.movements and not held:
            yield _gap(REGISTER, f"Folio {member.folio}: when it ceased, for it holds no shares")
        if member.ceased and member.ceased <= day and held:
            yield _gap(REGISTER, f"Folio {member.folio}: what became of {counted(held, 'share')}, for it has ceased")


def _numbers_given(share_class: ShareClass) -> list[tuple[int, int]]:
    given = select(Movement.first, Movement.last).where(Movement.share_class_ref == share_class.ref)
    return [(low, high) for low, high in db.session.execute(given) if low is not None and high is not None]


def _without_terms(day: date) -> Iterator[Line]:
    """Times between two versions of a body’s terms in which neither was in force."""
    asked = select(Terms).where(Terms.since <= day).options(joinedload(Terms.body))
    versions = list(db.session.scalars(asked.order_by(Terms.body_ref, Terms.kind, Terms.since)))
    for one, following in pairwise(versions):
        same = (one.body_ref, one.kind) == (following.body_ref, following.kind)
        if same and one.until and following.since and one.until < following.since:
            words = f"{one.body.name}: no version in force {_time(one.until, following.since)}"
            yield _gap("Terms", words)


def _unfilled(day: date) -> Iterator[Line]:
    """Times between two who sat in a seat in which nobody did."""
    asked = select(Seat).where(Seat.since <= day).options(selectinload(Seat.appointments), joinedload(Seat.body))
    for seat in db.session.scalars(asked.order_by(Seat.title, Seat.ref)):
        for one, following in pairwise(sorted(seat.appointments, key=lambda each: each.since)):
            if one.until and one.until < following.since:
                yield _gap("Seats", f"{seat.called}: nobody {_time(one.until, following.since)}")


def _time(since: date, until: date) -> str:
    days = (until - since) // timedelta(days=1)
    return f"from {dated(since)} to {dated(until - ONE_DAY)}, {counted(days, 'day')}"


def _gap(register: str, what: str) -> Line:
    return {"register": register, "what": what}
