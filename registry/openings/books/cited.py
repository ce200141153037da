"""By whose authority: what an old book cites, and the decision on record which that is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import or_, select

from registry.db import db
from registry.decisions.models import Decision
from registry.ledger import because
from registry.openings import rules
from registry.wording import day as in_words

WITH_MORE = re.compile(r"(?P<number>.+) \((?P<more>.+)\)")
LATER = "The decision that it cites was taken later, on {on}."


@contextmanager
def by_its_authority(words: str) -> Iterator[Decision | None]:
    """What is done within is laid to the decision that is cited, if it is on record."""
    found = decision_cited(words)
    if found is None:
        yield None
    else:
        with because(found):
            yield found


def decision_cited(words: str) -> Decision | None:
    """The decision of that number, as the old books or as these have it; None, of words that are no number on record.

    Raises Breach if several have it: then it is cited with its body, as 1 (Board), or by its turn, as 1 (2).
    """
    found = _numbered(words)
    if not found and (told := WITH_MORE.fullmatch(words)):
        found = [each for each in _numbered(told["number"]) if _is_meant(each, told)]
    rules.one_decision_is_cited(words, [f"{each.number}, of {each.body.name}" for each in found])
    return found[0] if found else None


def _numbered(number: str) -> list[Decision]:
    """Those that the old books number so: the first of them, and those after it, told apart as 1 (2)."""
    if not number:
        return []
    so_begun = Decision.number.startswith(f"{number} (", autoescape=True)
    found = db.session.scalars(
        select(Decision).where(or_(Decision.number == number, so_begun)).order_by(Decision.number)
    )
    so_numbered = re.compile(rf"{re.escape(number)}(?: \(\d+\))?")
    return [decision for decision in found if so_numbered.fullmatch(decision.number)]


def _is_meant(decision: Decision, told: re.Match[str]) -> bool:
    """Whether it is the first of its number, cited as 1 (1), or of the body that is named."""
    if told["more"] == "1":
        return decision.number == told["number"]
    return decision.body.name.casefold() == told["more"].casefold()


def remarks_on(decision: Decision | None, day: date) -> list[str]:
    """That what was done by a day was decided only after it."""
    return [] if decision is None or decision.on <= day else [LATER.format(on=in_words(decision.on))]
