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
