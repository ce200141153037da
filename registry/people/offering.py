"""How people are offered to be picked from on a form of any room."""

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.people.models import Person


def people() -> Select[Person]:
    return select(Person).options(selectinload(Person.names))


def name_today(person: Person) -> str:
    return person.name_on(clock.today())
