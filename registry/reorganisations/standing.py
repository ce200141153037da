"""What the registers say of those concerned: asked before an act that changes them."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.periods import ONE_DAY
from registry.practices.models import Practice
from registry.reorganisations.models import Reorganisation, Subject
from registry.structure.models import Belonging, Body, Scheme


def belongings_on(day: date, practice: Practice) -> list[Belonging]:
    """The belongings of a practice that hold on a day."""
    found = select(Belonging).where(Belonging.holding(day), Belonging.practice_ref == practice.ref)
    return list(db.session.scalars(found.options(joinedload(Belonging.body)).order_by(Belonging.since, Belonging.ref)))


def belongings_after(day: date, practice: Practice) -> list[Belonging]:
    """The belongings of a practice that begin on a day or later."""
    later = (Belonging.practice_ref == practice.ref) & (Belonging.since >= day) & ~Belonging.struck
    return list(db.session.scalars(select(Belonging).where(later).order_by(Belonging.since, Belonging.ref)))


def in_kind(practice: Practice, kind: str, day: date) -> Belonging | None:
    """The belonging by which a practice is in a body of one kind on a day."""
    return next((each for each in belongings_on(day, practice) if each.body.kind == kind), None)


def bodies_of(kind: str, day: date) -> list[Body]:
    """The bodies of a kind that exist the day before a day, and have not ended by it."""
    found = select(Body).where(Body.kind == kind, Body.holding(day - ONE_DAY), Body.holding(day))
    return list(db.session.scalars(found.order_by(Body.name, Body.ref)))


def bodies_on(kind: str, day: date) -> list[Body]:
    """The bodies of a kind that exist on a day, those founded that day among them."""
    return list(db.session.scalars(select(Body).where(Body.kind == kind, Body.holding(day)).order_by(Body.name)))


def scheme_of(kind: str, day: date) -> Scheme | None:
    return db.session.scalar(select(Scheme).where(Scheme.kind == kind, Scheme.holding(day)))


def is_in(body: Body, day: date) -> list[Belonging]:
    """The belongings to a body that hold on a day."""
    found = select(Belonging).where(Belonging.body_ref == body.ref, Belonging.holding(day))
    return list(db.session.scalars(found.options(joinedload(Belonging.practice))))


def built_on(reorganisation: Reorganisation) -> Reorganisation | None:
    """One entered later, not undone, that is about one of the same practices."""
    practices = Subject.practice_ref.in_([subject.practice_ref for subject in reorganisation.subjects])
    later = (Reorganisation.ref > reorganisation.ref) & (Reorganisation.on >= reorganisation.on)
    found = select(Reorganisation).where(later, Reorganisation.undone.is_(None), Reorganisation.subjects.any(practices))
    return db.session.scalar(found.order_by(Reorganisation.ref.desc()).limit(1))
