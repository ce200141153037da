from datetime import date

from registry.law import rule


@rule("Model Articles, art. 5", field="on")
def body_exists(founded: date, ended: date | None, on: date) -> bool:
    """A body meets and decides only while it exists: from the day it was founded, and before the day it ended."""
    return founded <= on and (ended is None or on < ended)
