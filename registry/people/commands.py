from datetime import date

from sqlalchemy import select

from registry import clock
from registry.accounts.models import Account
from registry.db import db
from registry.ledger import command, correction, opening
from registry.ledger.acts import Actor
from registry.people import rules
from registry.people.models import Person, PersonName


@command
def enter(
    *, title: str = "", forenames: str, surname: str, born: date | None = None, email: str | None = None, by: Actor
) -> Person:
    """Enter a person whom the registers are to name; the name is on record from today."""
    person = Person(born=born, email=email)
    person.names.append(name_in_full(title, forenames, surname, since=clock.today()))
    db.session.add(person)
    return person


@command
def rename(
    person: Person, *, title: str = "", forenames: str, surname: str, since: date, reason: str = "", by: Actor
) -> PersonName:
    """Enter a person's new name, borne from `since`; the old one stays on record as borne until then."""
    last = person.names[-1]
    if (title, forenames, surname) == (last.title, last.forenames, last.surname):
        return last
    rules.name_follows_the_one_before(since, last.since)
    last.until = since
    person.names.append(name := name_in_full(title, forenames, surname, since=since))
    return name


@correction
def correct(person: Person, *, title: str = "", forenames: str, surname: str, reason: str, by: Actor) -> None:
    """Put right a name that was entered wrongly: it was never borne, and only the ledger keeps it."""
    right, present = name_in_full(title, forenames, surname, since=person.names[-1].since), person.names[-1]
    present.title, present.forenames, present.surname = right.title, right.forenames, right.surname


@command
def note_death(person: Person, *, died: date, reason: str = "", by: Actor) -> None:
    """Note the day on which a person died, or put right the day noted before."""
    rules.death_has_happened(died, person.born, clock.today())
    person.died = died


@command
def give_account(person: Person, *, account: Account, by: Actor) -> None:
    """Say which account a person signs in with; it stands in place of any given before."""
    holder = db.session.scalar(select(Person.ref).where(Person.account_ref == account.ref))
    rules.account_is_one_persons(holder not in (None, person.ref))
    person.account_ref = account.ref


@command
def give_address(person: Person, *, email: str | None, by: Actor) -> None:
    """Say at which address letters reach a person by e-mail; none, if they no longer do."""
    person.email = email


@opening
def bring_in(
    *, title: str = "", forenames: str, surname: str, born: date | None = None, died: date | None = None, by: Actor
) -> Person:
    """Enter a person as the old books name them, if only by initials; that is put right once the name is known."""
    if died is not None:
        rules.death_has_happened(died, born, clock.today())
    person = Person(born=born, died=died)
    today = clock.today()
    person.names.append(PersonName(title=title, forenames=forenames, surname=surname, since=today, entered=today))
    db.session.add(person)
    return person


def name_in_full(title: str, forenames: str, surname: str, *, since: date) -> PersonName:
    rules.forenames_are_in_full(forenames)
    rules.surname_is_in_full(surname)
    return PersonName(title=title, forenames=forenames, surname=surname, since=since, entered=clock.today())
