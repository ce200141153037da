"""What the registers say already: asked before an act that must agree with it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.practices.models import Practice
from registry.structure.models import PCN, Belonging, Body, Scheme
from registry.structure.published import PublishedNetworks


def by_code(code: str) -> Body | None:
    return db.session.scalar(select(Body).where(Body.code == code))


def children_of(body: Body) -> list[Body]:
    return list(db.session.scalars(select(Body).where(Body.parent_ref == body.ref, ~Body.struck)))


def belongings_to(body: Body) -> list[Belonging]:
    """Every belonging to a body there ever was, but those entered in error."""
    return list(db.session.scalars(select(Belonging).where(Belonging.body_ref == body.ref, ~Belonging.struck)))


def belongings_of(practice: Practice, *, kind: str | None = None) -> list[Belonging]:
    """Every belonging there ever was of a practice, but those entered in error, the latest first.

    Only those in one kind of grouping, if asked.
    """
    of_it = Belonging.practice_ref == practice.ref, ~Belonging.struck
    found = select(Belonging).join(Belonging.body).where(*of_it)
    if kind is not None:
        found = found.where(Body.kind == kind)
    latest_first = found.order_by(Belonging.since.desc(), Belonging.ref)
    return list(db.session.scalars(latest_first.options(joinedload(Belonging.body))))


def schemes_of(kind: str) -> list[Scheme]:
    """Every scheme of a kind there ever was, the earliest first."""
    found = select(Scheme).where(Scheme.kind == kind, ~Scheme.struck)
    return list(db.session.scalars(found.order_by(Scheme.since)))


def lock(practice: Practice) -> None:
    """Let no other act place this practice until this one is done."""
    db.session.scalar(select(Practice.ref).where(Practice.ref == practice.ref).with_for_update())


@dataclass(frozen=True)
class Standing:
    """What the registers say already of the practices that a file names, and of the networks."""

    practices: dict[str, Practice]
    networks: dict[str, Body]
    belongings: list[Belonging]


def standing_of(published: PublishedNetworks) -> Standing:
    """What the registers say already of the practices that a file names, and of the networks."""
    codes = {spell.practice_code for spell in published.spells}
    networks = db.session.scalars(select(Body).where(Body.kind == PCN, Body.code.is_not(None), ~Body.struck))
    stays = select(Belonging).join(Belonging.body).where(Body.kind == PCN, ~Belonging.struck)
    both = joinedload(Belonging.body), joinedload(Belonging.practice)
    return Standing(
        practices={each.code: each for each in db.session.scalars(select(Practice)) if each.code in codes},
        networks={str(body.code): body for body in networks},
        belongings=[each for each in db.session.scalars(stays.options(*both)) if each.practice.code in codes],
    )
