from datetime import date

from registry.law import rule

RECORDS = "Companies Act 2006, s.1135"
AGAINST_FALSIFICATION = "Companies Act 2006, s.1138"
REGISTER = "Companies Act 2006, s.113(3)"


@rule(AGAINST_FALSIFICATION, field="file")
def is_opened_once(when: date | None) -> bool:
    """This very file was brought in on {when}; a second time it would say everything twice."""
    return when is None


@rule(RECORDS, field="file")
def file_is_not_too_long(lines: int, most: int) -> bool:
    """This file has {lines} lines; bring in so large a book in parts, of at most {most} each."""
    return lines <= most


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


@rule("Model Articles, art. 15", field="authority")
def one_decision_is_cited(words: str, decisions: list[str]) -> bool:
    """More than one decision has the number “{words}”: {decisions}. Name its body after it, such as 1 (Board), or its
    turn, such as 1 (1)."""
    return len(decisions) < 2


@rule(AGAINST_FALSIFICATION, field="key")
def key_is_one_persons(key: str, is_taken: bool) -> bool:
    """A key names one person in all the old books, and {key} names another already."""
    return not is_taken


@rule(AGAINST_FALSIFICATION, field="title")
def seat_is_new(title: str, body: str, is_there: bool) -> bool:
    """There is a seat “{title}” of {body} already for some of that time; a second one is told apart by its title."""
    return not is_there


@rule(AGAINST_FALSIFICATION, field="version")
def lines_of_a_version_agree(version: str, differs: list[str]) -> bool:
    """The lines of version {version} say different things of it: {differs}."""
    return not differs


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


@rule(RECORDS, field="as_at")
def sheet_is_of_all_that_was_opened(as_at: date, entered: date | None) -> bool:
    """The last of the old books was brought in on {entered}; a sheet as at an earlier day does not tell of it."""
    return entered is None or as_at >= entered


@rule(RECORDS, field="differences")
def differences_are_accounted_for(number: int, differences: str) -> bool:
    """The old books and these differ in {number} places: say what was made of that."""
    return number == 0 or differences != ""
