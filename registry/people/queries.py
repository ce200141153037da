from datetime import date
from typing import Any

from sqlalchemy import and_, select, true
from sqlalchemy.orm import selectinload

from registry.accounts.caller import Caller
from registry.accounts.queries import names_of
from registry.db import db
from registry.ledger import live
from registry.people.models import Person, PersonName


def people_on(day: date) -> list[dict[str, Any]]:
    """Everyone, by the name borne on a day, in the order of their surnames."""
    everyone = list(db.session.scalars(select(Person).options(selectinload(Person.names))))
    accounts = names_of([person.account_ref for person in everyone if person.account_ref])
    lines = [line_of(person, day, accounts) for person in everyone]
    return sorted(lines, key=lambda line: (line["surname"].casefold(), line["forenames"].casefold(), line["ref"]))


def person_on(person: Person, day: date) -> dict[str, Any]:
    """One person, with every name on record by a day."""
    accounts = names_of([person.account_ref] if person.account_ref else [])
    borne = [name for name in person.names if name.since <= day] or person.names[:1]
    return line_of(person, day, accounts) | {"names": [name_line(name, day) for name in borne]}


def line_of(person: Person, day: date, accounts: dict[str, str]) -> dict[str, Any]:
    name = person.borne_on(day)
    return {
        "ref": person.ref,
        "rev": person.rev,
        "name": name.in_full,
        "forenames": name.forenames,
        "surname": name.surname,
        "born": person.born,
        "died": person.died if person.died and person.died <= day else None,
        "email": person.email,
        "account": accounts.get(person.account_ref or ""),
    }


def name_line(name: PersonName, day: date) -> dict[str, Any]:
    ended = name.until is not None and name.until <= day
    return {"name": name.in_full, "since": name.since, "last_day": name.last_day if ended else None}


def people_named(words: str, day: date) -> list[tuple[str, str]]:
    """The ref, and the name on a day, of everyone who ever bore a name with all of these words in it."""
    borne = PersonName.title + " " + PersonName.forenames + " " + PersonName.surname
    has_all = and_(true(), *(borne.icontains(word, autoescape=True) for word in words.split()))
    found = select(Person).where(Person.names.any(has_all)).options(selectinload(Person.names))
    return [(person.ref, person.name_on(day)) for person in db.session.scalars(found)]


def person_of(account: Caller) -> str | None:
    """The ref of the person that an account is, or of one that a grant of its is over; always from the live side."""
    with live():
        is_account = select(Person.ref).where(Person.account_ref == account.ref)
        in_scope = select(Person.ref).where(Person.ref.in_(account.scopes)).order_by(Person.ref).limit(1)
        return db.session.scalar(is_account) or db.session.scalar(in_scope)
