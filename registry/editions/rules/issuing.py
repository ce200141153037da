from datetime import datetime

from registry.law import rule


@rule("Model Articles, art. 16", field="why")
def is_told_why(number: int, why: str) -> bool:
    """Whoever holds an earlier edition is told why there is another."""
    return number == 1 or bool(why.strip())


@rule("Model Articles, art. 16")
def something_has_changed(number: int, changes: int) -> bool:
    """Edition {number} says all this already: another is issued when something of it has changed."""
    return number == 0 or changes > 0


@rule("Model Articles, art. 16")
def is_no_older_than_the_last(known: datetime, last: datetime | None) -> bool:
    """Another edition was issued while this one was being made, and knows more. Look at that first."""
    return last is None or known >= last


@rule("Model Articles, art. 16")
def is_the_latest(number: int, latest: int) -> bool:
    """Edition {latest} has taken the place of this one: that is what goes out."""
    return number == latest


@rule("Model Articles, art. 16")
def somebody_is_to_have_it(count: int) -> bool:
    """It has gone out to everybody who receives the pack."""
    return count > 0
