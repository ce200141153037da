"""What stands beside a reorganisation and is not moved by it: each for somebody to look at."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.interests.models import Interest
from registry.members.accounts import line_of
from registry.nominees.models import Nomination
from registry.practices.models import Practice
from registry.seats.models import Appointment
from registry.terms.models import Terms, TermsMember
from registry.transfers.queries import undecided_on
from registry.wording import counted

Line = dict[str, Any]

STAYS = "Stays in that name: only a transfer that is lodged and registered moves it."
TABLE = "Its membership table stays as it was adopted: another version is to be."
DECLARED = "Stays as it was declared: whoever declared it may wish to say so anew."
SITS = "Goes on sitting: only a retirement or a decision ends it."
LODGED = "Stays as it was lodged, for the practice it names."


def beside(practices: Iterable[Practice], day: date) -> list[Line]:
    """Accounts, terms, interests and transfers that speak of practices on a day."""
    refs = {practice.ref: practice for practice in practices}
    found = (_accounts, _seats, _terms, _interests, _transfers)
    return [line for each in found for line in each(refs, day)]


def _accounts(refs: dict[str, Practice], day: date) -> Iterator[Line]:
    held = select(Nomination).where(Nomination.practice_ref.in_(refs), Nomination.in_force(day))
    for each in db.session.scalars(held.order_by(Nomination.since, Nomination.ref)):
        account = line_of(each.member, day)
        shares = account["shares"] if each.shares is None else each.shares
        what = f"Folio {account['folio']}, {account['name']}: {counted(shares, 'share')}"
        yield _line("members.member", each.member_ref, what, STAYS)


def _seats(refs: dict[str, Practice], day: date) -> Iterator[Line]:
    """The seats of those who hold shares for the practices."""
    held = select(Nomination).where(Nomination.practice_ref.in_(refs), Nomination.in_force(day))
    persons = {holder.person_ref for each in db.session.scalars(held) for holder in each.member.holders_on(day)}
    sitting = Appointment.person_ref.in_(persons) & Appointment.holding(day)
    for each in db.session.scalars(select(Appointment).where(sitting).order_by(Appointment.ref)):
        yield _line("seats.seat", each.seat_ref, f"{each.person.name_on(day)}, {each.seat.called}", SITS)


def _terms(refs: dict[str, Practice], day: date) -> Iterator[Line]:
    naming = Terms.ref.in_(select(TermsMember.terms_ref).where(TermsMember.practice_ref.in_(refs)))
    found = select(Terms).where(naming, Terms.since <= day, or_(Terms.until.is_(None), Terms.until > day))
    for each in db.session.scalars(found.options(joinedload(Terms.body)).order_by(Terms.title, Terms.ref)):
        yield _line("terms.version", each.ref, f"{each.title}, version {each.version}", TABLE)


def _interests(refs: dict[str, Practice], day: date) -> Iterator[Line]:
    found = select(Interest).where(Interest.organisation_ref.in_(refs), Interest.declared_by(day), Interest.public)
    for each in db.session.scalars(found.order_by(Interest.declared_on, Interest.ref)):
        yield _line("interests.interest", each.ref, f"Interest of {each.called}", DECLARED)


def _transfers(refs: dict[str, Practice], day: date) -> Iterator[Line]:
    for each in undecided_on(day):
        if each.practice_ref in refs:
            yield _line("transfers.transfer", each.ref, f"Transfer {each.number}", LODGED)


def _line(page: str, word: str, what: str, note: str) -> Line:
    return {"page": page, "word": word, "what": what, "note": note}
