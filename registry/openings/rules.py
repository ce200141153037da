from datetime import date

from registry.law import rule

RECORDS = "Companies Act 2006, s.1135"
AGAINST_FALSIFICATION = "Companies Act 2006, s.1138"
REGISTER = "Companies Act 2006, s.113(3)"


@rule(AGAINST_FALSIFICATION, field="file")
def is_opened_once(when: date | None) -> bool:
    """This very file was brought in on {when}; a second time it would say everything twice."""
    return when is None


@rule(RECORDS, field="as_at")
def balances_are_of_a_day(as_at: date | None) -> bool:
    """Balances are those of a day: say which."""
    return as_at is not None


@rule(RECORDS, field="as_at")
def day_has_come(as_at: date | None, today: date) -> bool:
    """No register tells of {as_at} yet: today is {today}."""
    return as_at is None or as_at <= today


@rule(REGISTER, field="issued")
def total_is_stated(issued: int | None) -> bool:
    """An old register says how many shares its balances come to: write that figure, so that they can be added up."""
    return issued is not None


@rule(REGISTER, field="issued")
def balances_come_to_the_total(added_up: int, issued: int) -> bool:
    """These balances come to {added_up} shares, and the total that the old register states is {issued}."""
    return added_up == issued


@rule(REGISTER, field="folio")
def folio_has_one_balance(folio: int, is_second: bool) -> bool:
    """Folio {folio} has a balance of that class in this file already."""
    return not is_second


@rule("Model Articles, art. 15", field="supersedes")
def earlier_decision_is_on_record(number: str, is_on_record: bool) -> bool:
    """There is no decision “{number}” to supersede: put it on a line before this one."""
    return is_on_record


@rule(AGAINST_FALSIFICATION, field="seat")
def there_is_such_a_seat(title: str, body: str, is_there: bool) -> bool:
    """There is no seat “{title}” of {body}. Bring in the seats first."""
    return is_there


@rule(RECORDS)
def something_has_been_opened(opened: int) -> bool:
    """Nothing has been brought in from old books, so there is nothing to reconcile."""
    return opened > 0


@rule(RECORDS, field="on")
def sheet_has_been_signed(as_at: date, on: date, today: date) -> bool:
    """A sheet as at {as_at} is signed on that day or later, and by today, {today}."""
    return as_at <= on <= today


@rule(RECORDS, field="differences")
def differences_are_accounted_for(number: int, differences: str) -> bool:
    """The old books and these differ in {number} places: say what was made of that."""
    return number == 0 or differences != ""
