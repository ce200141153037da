from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.deadlines import Deadline, months_from
from registry.ledger import live
from registry.people.models import Person
from registry.recruitment.models import Candidate, PanelMember, Recruitment
from registry.recruitment.rules import KEPT_MONTHS
from registry.seats.models import Seat

Line = dict[str, Any]


def recruitments_on(day: date) -> list[Line]:
    """Every recruitment begun by a day, the latest first."""
    found = db.session.scalars(_whole().where(Recruitment.opened <= day).order_by(Recruitment.opened.desc()))
    return [line_of(recruitment, day) for recruitment in found]


def recruitments_to(seat: Seat, day: date) -> list[Line]:
    found = _whole().where(Recruitment.seat_ref == seat.ref, Recruitment.opened <= day)
    return [line_of(each, day) for each in db.session.scalars(found.order_by(Recruitment.opened.desc()))]


def _whole() -> Select[Recruitment]:
    seat = joinedload(Recruitment.seat).joinedload(Seat.body)
    return select(Recruitment).options(seat, selectinload(Recruitment.stages), selectinload(Recruitment.panel))


def line_of(recruitment: Recruitment, day: date) -> Line:
    """A recruitment as it stood on a day: a stage reached, or an outcome, is told from its day on."""
    reached = [stage for stage in recruitment.stages if stage.on <= day]
    is_over = recruitment.closed is not None and recruitment.closed <= day
    return {
        "ref": recruitment.ref,
        "rev": recruitment.rev,
        "title": recruitment.called,
        "seat": recruitment.seat.called,
        "seat_ref": recruitment.seat_ref,
        "opened": recruitment.opened,
        "why": recruitment.why,
        "closes": recruitment.closes,
        "stage": recruitment.outcome if is_over else reached[-1].what if reached else "begun",
        "closed": recruitment.closed if is_over else None,
        "appointed": recruitment.appointed.name_on(day) if is_over and recruitment.appointed else None,
        "appointed_ref": recruitment.appointed_ref if is_over else None,
        "stages": [
            {"what": stage.what, "on": stage.on, "candidates": stage.candidates, "note": stage.note}
            for stage in reached
        ],
        "panel": [_panel_line(member, day) for member in recruitment.panel],
        "papers": [
            {"title": paper.title, "place": paper.place, "ref": recruitment.ref} for paper in recruitment.papers
        ],
    }


def _panel_line(member: PanelMember, day: date) -> Line:
    told = {"conflict": member.conflict, "handled": member.handled, "person_ref": member.person_ref}
    return told | {"name": member.person.name_on(day)}


def is_on_panel(recruitment: Recruitment, account_ref: str) -> bool:
    """Whether somebody who signs in with an account is one of those who choose: now, whatever past is looked at."""
    ref = recruitment.ref
    with live():
        on_it = PanelMember.person.has(Person.account_ref == account_ref)
        found = select(PanelMember.ref).where(PanelMember.recruitment_ref == ref, on_it)
        return db.session.scalar(found.limit(1)) is not None


def candidates_of(recruitment: Recruitment) -> list[Line]:
    """Everybody written down for it; the ledger knows nothing of them, and so no past does."""
    with live():
        found = db.session.scalars(
            select(Candidate).where(Candidate.recruitment_ref == recruitment.ref).order_by(Candidate.ref)
        )
        return [candidate_line(candidate) for candidate in found]


def candidate_line(candidate: Candidate) -> Line:
    told = {name: getattr(candidate, name) for name in ("ref", "name", "contact", "statement", "standing", "notes")}
    return told | {
        "rev": candidate.rev,
        "title": candidate.name,
        "recruitment_ref": candidate.recruitment_ref,
        "recruitment": candidate.recruitment.called,
    }


def to_remove(day: date) -> list[tuple[Recruitment, int, Deadline]]:
    """The recruitments over for so long that what is kept of their candidates is to go: how many, and since when."""
    counted = select(Candidate.recruitment_ref, func.count()).group_by(Candidate.recruitment_ref)
    kept = {ref: count for ref, count in db.session.execute(counted)}
    found = _whole().where(Recruitment.ref.in_(kept), Recruitment.closed <= day).order_by(Recruitment.closed)
    due = [
        (each, kept[each.ref], months_from(each.closed, KEPT_MONTHS))
        for each in db.session.scalars(found)
        if each.closed is not None
    ]
    return [each for each in due if each[2].due <= day]
