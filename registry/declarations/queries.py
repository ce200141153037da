from collections.abc import Sequence

from sqlalchemy import select

from registry.db import db
from registry.declarations.models import Declaration
from registry.people.models import Person


def unfinished(person: Person, account_ref: str) -> Sequence[Declaration]:
    """What an account has begun to declare of a person and not confirmed: the last first."""
    theirs = (Declaration.person_ref == person.ref) & (Declaration.written_by_ref == account_ref)
    begun = select(Declaration).where(theirs, Declaration.interest_ref.is_(None))
    return db.session.scalars(begun.order_by(Declaration.at.desc())).all()
