from collections.abc import Sequence

from sqlalchemy import select

from registry.db import db
from registry.declarations.models import Declaration
from registry.people.models import Person


def unfinished(person: Person) -> Sequence[Declaration]:
    """What a person has begun to declare and not confirmed: the last first."""
    begun = select(Declaration).where(Declaration.person_ref == person.ref, Declaration.interest_ref.is_(None))
    return db.session.scalars(begun.order_by(Declaration.at.desc())).all()
