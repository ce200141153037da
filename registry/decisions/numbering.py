"""How decisions are numbered: EB/26/3 is the third that the Executive Board took in 2026.

The letters are the body's code or, where it has none, the initials of its name; two bodies whose
letters are the same are told apart by a figure (EB2). Once a body has letters it keeps them. A decision of the old
books keeps the number that it had; where that is one of these, the numbers go on from there.
"""

import re
from collections.abc import Iterator
from itertools import count

from sqlalchemy import func, select

from registry.db import db
from registry.decisions.models import Decision
from registry.structure.models import Body

OUR_KIND = re.compile(r"(?P<letters>[A-Z0-9]+)/(?P<year>\d\d)/(?P<place>[1-9]\d{0,5})")
LITTLE_WORDS = {"a", "an", "and", "for", "in", "of", "the", "to"}


def enter(decision: Decision) -> None:
    """Draw the body's next number of the year and enter the decision under it, while no one else may draw.

    The savepoint makes SQLite let nobody else write from here on; PostgreSQL locks the body.
    """
    with db.session.begin_nested():
        lock(decision.body)
        decision.year = decision.on.year
        letters = letters_of(decision.body)
        places = count(next_place(decision.body, decision.year))
        numbers = ((place, f"{letters}/{decision.year % 100:02}/{place}") for place in places)
        decision.place, decision.number = next(told for told in numbers if not is_used(told[1]))
        db.session.add(decision)


def enter_old(decision: Decision, number: str) -> None:
    """Enter a decision under the number that the old books give it."""
    decision.year, decision.number = decision.on.year, number
    decision.place = _place_told_by(number, decision)
    db.session.add(decision)


def _place_told_by(number: str, decision: Decision) -> int | None:
    """The place that a number of our own kind tells, if it is this body’s of that year, and free."""
    told = OUR_KIND.fullmatch(number)
    if told is None or int(told["year"]) != decision.year % 100:
        return None
    whose = {letters: ref for letters, ref in _letters() if letters == told["letters"]}
    place = int(told["place"])
    taken = select(Decision.ref).where(
        Decision.body_ref == decision.body.ref, Decision.year == decision.year, Decision.place == place
    )
    is_ours = whose.get(told["letters"], decision.body.ref) == decision.body.ref
    return place if is_ours and db.session.scalar(taken) is None else None


def is_used(number: str) -> bool:
    return db.session.scalar(select(Decision.ref).where(Decision.number == number)) is not None


def lock(body: Body) -> None:
    """Let nobody else draw a number of the body until this savepoint is over."""
    db.session.execute(select(Body.ref).where(Body.ref == body.ref).with_for_update(key_share=True))


def next_place(body: Body, year: int) -> int:
    last = select(func.max(Decision.place)).where(Decision.body_ref == body.ref, Decision.year == year)
    return (db.session.scalar(last) or 0) + 1


def letters_of(body: Body) -> str:
    """The letters that cite a body's decisions, which are no other body's."""
    whose = dict(_letters())
    if own := [letters for letters, ref in whose.items() if ref == body.ref]:
        return own[0]
    wanted = (body.code or initials(body.name)).upper()
    candidates = (wanted + (str(figure) if figure > 1 else "") for figure in range(1, len(whose) + 2))
    return next(letters for letters in candidates if letters not in whose)


def _letters() -> Iterator[tuple[str, str]]:
    """The letters by which each body’s decisions are cited, with the body’s ref."""
    of_each = select(func.min(Decision.number), Decision.body_ref).where(Decision.place.is_not(None))
    for number, ref in db.session.execute(of_each.group_by(Decision.body_ref)):
        yield number.split("/")[0], ref


def initials(name: str) -> str:
    """The first letters of a name's words, little words left out: ELR for East Leicestershire and Rutland."""
    words = [word for word in name.split() if word.lower() not in LITTLE_WORDS and word[0].isalnum()]
    return "".join(word[0] for word in words) or "B"
