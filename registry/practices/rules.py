from datetime import date

from registry.law import rule
from registry.periods import ONE_DAY
from registry.practices.models import BRANCH_CODE, Practice
from registry.practices.published.lines import NETWORK_CODE, PRACTICE_CODE

CODES = "Organisation Data Service: codes of practices and of their branches"
AGAINST_FALSIFICATION = "Companies Act 2006, s.1138"
MERGERS = "Primary Care Support England: practice mergers, main sites and branches"


@rule("Organisation Data Service: its files date no change of name or address", field="as_at")
def file_is_no_older_than_the_last(as_at: date, latest: date | None) -> bool:
    """This file tells of {as_at}, but one that tells of {latest} is loaded already. A change is dated by the
    first file that shows it, so files of a kind are loaded in the order of their days."""
    return latest is None or as_at >= latest


@rule("Organisation Data Service: a file tells how things stood on its day", field="as_at")
def day_has_come(as_at: date, today: date) -> bool:
    """A file cannot tell of {as_at}: today is {today}."""
    return as_at <= today


@rule("NHS Digital, Patients Registered at a GP Practice: EXTRACT_DATE", field="as_at")
def patients_were_counted_by(as_at: date, counted: date) -> bool:
    """The lines of this file count patients on {counted}, so it cannot be the file of {as_at}."""
    return counted <= as_at


@rule("Organisation Data Service: epraccur lists every prescriber in England", field="file")
def some_practice_is_ours(taken: int) -> bool:
    """No practice of this file is taken. Of a long file only the practices in the register, and those of the
    commissioners you name, are taken: load the practices first, or name a commissioner, such as 03W."""
    return taken > 0


@rule(CODES, field="code")
def code_is_a_practices(code: str) -> bool:
    """A practice’s code is a capital letter and five digits, like C82001; U and five digits is a network’s, and a
    practice’s code with three more digits is a branch’s."""
    return PRACTICE_CODE.fullmatch(code) is not None and NETWORK_CODE.fullmatch(code) is None


@rule(CODES, field="code")
def code_is_new(holder: str | None) -> bool:
    """This code is that of {holder}, which is in the register already; a code names one practice for ever."""
    return holder is None


@rule(CODES, field="code")
def branch_code_is_the_practices(code: str, practice: str) -> bool:
    """A branch’s code is its practice’s, {practice}, with three digits after it."""
    branch = BRANCH_CODE.fullmatch(code)
    return branch is not None and branch[1] == practice


@rule(CODES, field="code")
def branch_code_is_new(taken: bool) -> bool:
    """This practice has had a branch of that code already."""
    return not taken


@rule(AGAINST_FALSIFICATION, field="opened")
def practice_has_opened(opened: date, today: date) -> bool:
    """The register tells of practices that have opened; {opened} is still to come."""
    return opened <= today


@rule(AGAINST_FALSIFICATION, field="on")
def patients_have_been_counted(on: date, today: date) -> bool:
    """Patients are counted on a day that has come; {on} is still to come."""
    return on <= today


@rule(AGAINST_FALSIFICATION, field="on")
def nobody_has_counted_that_day(counted: str | None) -> bool:
    """There is a count of that day already, of {counted} patients."""
    return counted is None


@rule(CODES, field="until")
def branch_was_open(is_open: bool) -> bool:
    """That branch is not open just before this day."""
    return is_open


@rule(AGAINST_FALSIFICATION, field="on")
def was_counted_that_day(counted: bool) -> bool:
    """There is no count of that day to strike."""
    return counted


@rule(CODES, field="code")
def branch_was_closed(closed: bool) -> bool:
    """That branch has no end on record, so there is none to put right."""
    return closed


@rule(MERGERS, field="practices")
def merges_into_another(practice: Practice, into: Practice) -> bool:
    """A practice cannot merge into itself."""
    return practice is not into


@rule(MERGERS, field="practices")
def had_not_merged(practice: str, into: str | None) -> bool:
    """{practice} has merged already, into {into}."""
    return into is None


@rule(MERGERS, field="practices")
def was_open_until_then(name: str, practice: Practice, on: date) -> bool:
    """{name} was not open on the day before {on}, and what has closed merges into nothing."""
    return practice.is_open(on - ONE_DAY)


@rule(MERGERS, field="into")
def successor_is_open(name: str, into: Practice, on: date) -> bool:
    """{name} is not open on {on}, and so cannot take in another."""
    return into.is_open(on)


@rule(MERGERS, field="on")
def it_has_merged(is_merged: bool) -> bool:
    """This practice is no part of another now, so there is no merger of it to undo."""
    return is_merged


@rule(AGAINST_FALSIFICATION)
def rests_on_nothing_but_its_entry(rev: int) -> bool:
    """More has been entered about this practice since; only one that was entered in error, and no more, is struck."""
    return rev == 1
