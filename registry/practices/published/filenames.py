"""What a file's name says of its date."""

import re
from datetime import date

DATES = re.compile(r"(?<![0-9])(20[0-9]{2})(?:-([0-9]{2})(?:-([0-9]{2}))?|([0-9]{2})([0-9]{2}))(?![0-9])")


def as_at_from_name(filename: str) -> date | None:
    """The day that a file was true, proposed from its name; None if the name says nothing of it.

    A name with a month but no day, such as epraccur_2019-12.csv, is taken for the first of that month:
    every fact of the file held at some time in it, and a later file of the same month can follow.
    """
    found = DATES.search(filename)
    if found is None:
        return None
    year, month, day, joined_month, joined_day = found.groups()
    try:
        return date(int(year), int(month or joined_month), int(day or joined_day or 1))
    except ValueError:
        return None
