import re
from datetime import date

from registry.law import rule

NUMBER = re.compile(r"[0-9]{8}|[A-Z]{2}[0-9]{6}")
A_DAY = re.compile(
    r"([1-9]|1[0-9]|2[0-8]) (January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(29|30) (January|March|April|May|June|July|August|September|October|November|December)"
    r"|31 (January|March|May|July|August|October|December)"
)


@rule("Companies Act 2006, s.1066", field="number")
def there_is_one_company(is_another: bool) -> bool:
    """These are the books of one company, which is on record already."""
    return not is_another


@rule("Companies Act 2006, s.1066", field="number")
def number_is_the_registrars(number: str) -> bool:
    """A registered number is eight figures, or two letters and six figures, such as 01234567 or SC123456."""
    return NUMBER.fullmatch(number) is not None


@rule("Companies Act 2006, s.16", field="incorporated")
def company_has_been_formed(incorporated: date, today: date) -> bool:
    """A company is formed from the date of its incorporation; {incorporated} is still to come."""
    return incorporated <= today


@rule("Companies Act 2006, s.391", field="value")
def accounting_date_is_a_day_of_the_year(value: str) -> bool:
    """The accounting reference date is a day that every year has, such as 31 March or 28 February."""
    return A_DAY.fullmatch(value) is not None


@rule("Companies Act 2006, s.114", field="since")
def change_has_happened(since: date, today: date) -> bool:
    """The books say what is so; {since} is still to come."""
    return since <= today


@rule("Companies Act 2006, s.114", field="since")
def change_follows_the_one_before(since: date, last: date) -> bool:
    """Changes are entered in their order; what stands on record now has been so since {last}."""
    return since > last


@rule("Companies Act 2006, s.114", field="value")
def something_changes(was: str, now: str) -> bool:
    """That is what the books say already."""
    return was != now
