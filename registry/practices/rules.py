from datetime import date

from registry.law import rule


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
