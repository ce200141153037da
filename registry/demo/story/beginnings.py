"""The secretary opens the books: accounts, the practices of the NHS's file, and the people."""

from sqlalchemy import select

from registry.accounts import commands as accounts
from registry.accounts.caller import HOUSE
from registry.accounts.permissions import AUDITOR, DIRECTOR, MEMBER, SECRETARY
from registry.company import commands as companies
from registry.db import db
from registry.demo.facts import people as facts
from registry.demo.facts.practices import AS_AT_2019, IN_2019
from registry.demo.story.bodies import FOUNDED
from registry.demo.story.cast import OPENED, Cast, seal_of
from registry.people import commands as people
from registry.people.models import Person
from registry.practices.commands import load_practices
from registry.practices.models import Practice

FIRST_DAY = OPENED.date()
A_MEMBER = facts.NOMINEES["C82013"]


def tell(cast: Cast) -> None:
    _open_accounts(cast)
    _enter_the_company(cast)
    load_practices(IN_2019, as_at=AS_AT_2019, name="epraccur_2019-12.csv", sha256=seal_of(IN_2019), by=cast.secretary)
    cast.practices = {practice.code: practice for practice in db.session.scalars(select(Practice))}
    cast.it_is(2019, 12, 2, 10)
    everyone = [
        *facts.NOMINEES.values(),
        *facts.CLINICAL_DIRECTORS.values(),
        facts.LAY_DIRECTOR,
        facts.COMPANY_SECRETARY,
    ]
    for person in dict.fromkeys(everyone):
        cast.people[person.name] = enter(cast, person)
    _tie_accounts(cast)


def enter(cast: Cast, told: facts.Person) -> Person:
    title, *forenames, surname = told.name.split()
    return people.enter(title=title, forenames=" ".join(forenames), surname=surname, born=told.born, by=cast.secretary)


def _open_accounts(cast: Cast) -> None:
    names = {SECRETARY: facts.COMPANY_SECRETARY, DIRECTOR: facts.CHAIR, MEMBER: A_MEMBER}
    for role, person in names.items():
        cast.accounts[role] = accounts.open(name=person.name, email=f"{role}@example.org", by=HOUSE)
    cast.accounts[AUDITOR] = accounts.open(name="Ms Ottoline Ferrers", email="auditor@example.org", by=HOUSE)
    accounts.grant(cast.accounts[SECRETARY], role=SECRETARY, since=FIRST_DAY, by=HOUSE)
    cast.secretary = cast.accounts[SECRETARY]
    accounts.grant(cast.accounts[AUDITOR], role=AUDITOR, since=FIRST_DAY, by=cast.secretary)


def _enter_the_company(cast: Cast) -> None:
    """Under a number that the registrar has given to nobody."""
    companies.enter(
        number="00000000",
        incorporated=FOUNDED,
        name="East Leicestershire and Rutland GP Federation Limited (demonstration)",
        office="1 Demonstration Way, Leicester LE1 1AA",
        year_end="31 March",
        by=cast.secretary,
    )


def _tie_accounts(cast: Cast) -> None:
    """A director and a member may act over themselves alone: their grants name the person."""
    for role, told in ((DIRECTOR, facts.CHAIR), (MEMBER, A_MEMBER)):
        person, account = cast.person(told), cast.accounts[role]
        people.give_account(person, account=account, by=cast.secretary)
        accounts.grant(account, role=role, since=FIRST_DAY, scope=person.ref, by=cast.secretary)
    secretary = cast.person(facts.COMPANY_SECRETARY)
    people.give_account(secretary, account=cast.accounts[SECRETARY], by=cast.secretary)
