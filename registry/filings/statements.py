"""The returns that arise from the company itself: its confirmation statement, and where its register is kept."""

from collections.abc import Iterator
from datetime import date, timedelta

from registry.company.models import REGISTER_PLACE, Company
from registry.company.standing import the_company
from registry.deadlines import Deadline, days_from, last_of_months
from registry.filings.returns import Arising, Return, hang
from registry.filings.standing import CONFIRMATION, last_confirmation
from registry.periods import ONE_DAY
from registry.wording import day as in_words

DAYS_TO_CONFIRM = DAYS_TO_NOTIFY = 14
REVIEW_MONTHS = 12
SOON = timedelta(days=60)
"""How long before the end of a review period the statement is first spoken of."""


def review_period(company: Company, on: date) -> tuple[date, date]:
    """The first and last day of the period that the next confirmation statement reviews.

    It is of 12 months from incorporation, or from the day after that to which the last statement was made up.
    """
    last = last_confirmation(on)
    first = company.incorporated if last is None else last + ONE_DAY
    return first, last_of_months(first, REVIEW_MONTHS)


def confirmation_statements(on: date) -> Iterator[Arising]:
    company = the_company()
    if company is None or on < company.incorporated:
        return
    first, last = review_period(company, on)
    if last - SOON > on:
        return
    deadline = days_from(last, DAYS_TO_CONFIRM)
    reckoned = f"{deadline.reckoned}, the last day of the review period that began on {in_words(first)}"
    sentence = f"Send the confirmation statement for the review period ended {in_words(last)}"
    yield Arising(period_of(company, last), sentence, first, Deadline(deadline.due, reckoned), "company.register")


def period_of(company: Company, last: date) -> str:
    """What a statement is about: the company, and the period that ends on a day."""
    return f"{company.ref}:{last.isoformat()}"


def changes_of_place(on: date) -> Iterator[Arising]:
    """Each change of the place where the register of members is kept, the first place being told at incorporation."""
    company = the_company()
    spells = company.spells(REGISTER_PLACE)[1:] if company else []
    for spell in spells:
        if spell.since <= on:
            sentence = (
                f"Tell the registrar that the register of members is kept at {' '.join(spell.value.splitlines())}"
            )
            deadline = days_from(spell.since, DAYS_TO_NOTIFY)
            yield Arising(spell.ref, sentence, spell.since, deadline, "company.register")


def hang_all() -> None:
    hang(Return(CONFIRMATION, "Confirmation statement", "Companies Act 2006, s.853A", confirmation_statements))
    hang(Return("AD03", "Change of place of the register", "Companies Act 2006, s.114(5)", changes_of_place))
