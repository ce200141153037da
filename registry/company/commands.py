from datetime import date

from registry import clock
from registry.company import rules
from registry.company.models import (
    NAME,
    OFFICE,
    RECORDS_PLACE,
    REGISTER_PLACE,
    YEAR_END,
    Company,
    CompanyParticular,
)
from registry.company.standing import the_company
from registry.db import db
from registry.ledger import command, correction
from registry.ledger.acts import Actor


@command
def enter(
    *,
    number: str,
    incorporated: date,
    name: str,
    office: str,
    year_end: str,
    register_place: str = "",
    records_place: str = "",
    by: Actor,
) -> Company:
    """Enter the company, with its particulars as they have been since it was incorporated.

    Left out, the place of its registers and records is the registered office.
    """
    rules.there_is_one_company(the_company() is not None)
    rules.number_is_the_registrars(number)
    rules.company_has_been_formed(incorporated, clock.today())
    rules.accounting_date_is_a_day_of_the_year(year_end)
    company = Company(number=number, incorporated=incorporated)
    told = {NAME: name, OFFICE: office, REGISTER_PLACE: register_place or office}
    for what, value in (told | {RECORDS_PLACE: records_place or office, YEAR_END: year_end}).items():
        _begin(company, what, value, since=incorporated)
    db.session.add(company)
    return company


@command
def change(company: Company, *, what: str, value: str, since: date, by: Actor) -> CompanyParticular:
    """It changed: a particular is another from `since` on; the old one stays, with both dates."""
    last = company.spells(what)[-1]
    rules.something_changes(last.value, value)
    rules.change_has_happened(since, clock.today())
    rules.change_follows_the_one_before(since, last.since)
    if what == YEAR_END:
        rules.accounting_date_is_a_day_of_the_year(value)
    last.until = since
    return _begin(company, what, value, since=since)


@correction
def correct(company: Company, *, what: str, value: str, reason: str, by: Actor) -> None:
    """It was wrong: put right what a particular has been said to be since its last change."""
    last = company.spells(what)[-1]
    rules.something_changes(last.value, value)
    if what == YEAR_END:
        rules.accounting_date_is_a_day_of_the_year(value)
    last.value = value


def _begin(company: Company, what: str, value: str, *, since: date) -> CompanyParticular:
    spell = CompanyParticular(what=what, value=value, since=since, entered=clock.today())
    company.particulars.append(spell)
    return spell
