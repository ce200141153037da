from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import joinedload

from registry.db import db, looking_at
from registry.interests import rules
from registry.interests.lines import Line, lines_of, nothing_line
from registry.interests.models import NOT_SURE, Confirmation, Interest
from registry.interests.sentences import due_again, last_said, last_told
from registry.ledger import live
from registry.people.models import Person


def interests_on(day: date, *, private: bool = False) -> list[Line]:
    """The register: each interest still shown on a day, and each person's word that there are none, by surname.

    The public form leaves out what is private, and says nothing of there being any.
    """
    declared = _interests(true(), day)
    lines = _shown(declared, day, private=private) + _nothing_lines(declared, day)
    return sorted(lines, key=lambda line: (line["by"], line["since"] or date.min, line["ref"]))


def interests_of(person: Person, day: date, *, private: bool) -> list[Line]:
    """One person's interests, as the register of a day shows them."""
    return _shown(_interests(Interest.person_ref == person.ref, day), day, private=private)


def interest_on(interest: Interest, day: date, *, private: bool) -> Line | None:
    """An interest's line in the register of a day; None where it is not, or is no longer, shown."""
    return next(iter(_shown([interest], day, private=private)), None)


def last_word(person: Person, day: date) -> tuple[Confirmation | None, bool]:
    """A person's latest confirmation by a day, and whether it says that there is nothing to declare, and still does."""
    word = last_words(day, Confirmation.person_ref == person.ref).get(person.ref)
    return word, word is not None and _still_nothing(word, _interests(Interest.person_ref == person.ref, day), day)


def declarations_of(person: Person, day: date, *, private: bool) -> dict[str, Any]:
    """What a person has declared, and said of it last, as it is told to others.

    Whoever may not read what is private is told of a confirmation only where there is something to see that it
    confirms: otherwise it would tell that something private is there.
    """
    lines = interests_of(person, day, private=private)
    word, nothing = last_word(person, day)
    name = person.name_on(day)
    told = private or nothing or bool(lines)
    return {
        "title": f"Declarations of {name}",
        "ref": person.ref,
        "word": last_told(name, word, nothing=nothing) if told else None,
        "due": due_again(word, day) if told else None,
        "interests": sorted(lines, key=lambda line: not line["runs"]),
        "places": [],
    }


def own_declarations(person: Person, day: date, *, private: bool) -> dict[str, Any]:
    """The same, as it is told to the person; `nothing` is what there would be to confirm."""
    word, nothing = last_word(person, day)
    return declarations_of(person, day, private=private) | {
        "title": "Your declarations",
        "word": last_said(word, nothing=nothing),
        "due": due_again(word, day),
        "nothing": not to_be_confirmed(person, day),
    }


def to_be_confirmed(person: Person, day: date) -> Sequence[Interest]:
    """What a person confirms on a day: whatever has been declared by then, private or not, and has not ended."""
    theirs = select(Interest).where(Interest.person_ref == person.ref, Interest.declared_by(day))
    return db.session.scalars(theirs.order_by(Interest.since, Interest.ref)).all()


def last_words(day: date, whose: ColumnElement[bool] | None = None) -> dict[str, Confirmation]:
    """The latest confirmation by a day of each person who has given any, by the person's ref."""
    by_then = Confirmation.on <= day if whose is None else (Confirmation.on <= day) & whose
    latest = select(Confirmation.person_ref, func.max(Confirmation.on).label("day")).where(by_then)
    last = latest.group_by(Confirmation.person_ref).subquery()
    theirs = (Confirmation.person_ref == last.c.person_ref) & (Confirmation.on == last.c.day)
    names = joinedload(Confirmation.person).joinedload(Person.names)
    found = select(Confirmation).join(last, theirs).options(names).order_by(Confirmation.ref)
    return {word.person_ref: word for word in db.session.scalars(found).unique()}


def nothing_of(person: Person, day: date) -> list[Line]:
    """A person's word that there is nothing to declare, as a line of the register, if it stands."""
    word, nothing = last_word(person, day)
    return [nothing_line(word, day)] if word and nothing else []


def to_be_classified() -> Sequence[Interest]:
    """Interests of which whoever declared them was not sure of what kind they are: the oldest first."""
    names = joinedload(Interest.person).selectinload(Person.names)
    unsure = select(Interest).where(Interest.kind == NOT_SURE).options(names)
    return db.session.scalars(unsure.order_by(Interest.declared_on, Interest.ref)).all()


def _interests(whose: ColumnElement[bool], day: date) -> Sequence[Interest]:
    """Interests that had arisen, or been declared, by a day."""
    by_then = or_(Interest.since <= day, Interest.declared_on <= day)
    names = joinedload(Interest.person).joinedload(Person.names)
    found = select(Interest).where(whose, by_then).options(names).order_by(Interest.since, Interest.ref)
    return db.session.scalars(found).unique().all()


def _shown(interests: Iterable[Interest], day: date, *, private: bool) -> list[Line]:
    withheld = set() if private or looking_at.get() is None else withheld_now()
    shown = (
        interest
        for interest in interests
        if rules.is_shown(interest.until, day, private=private)
        and (private or (interest.is_open and interest.ref not in withheld))
    )
    return lines_of(shown, day)


def withheld_now() -> set[str]:
    """What is private today was no less so when it was not yet known to be."""
    with live():
        return set(db.session.scalars(select(Interest.ref).where(Interest.withheld())))


def _nothing_lines(declared: Sequence[Interest], day: date) -> list[Line]:
    by_person: dict[str, list[Interest]] = {}
    for interest in declared:
        by_person.setdefault(interest.person_ref, []).append(interest)
    words = last_words(day).values()
    return [nothing_line(word, day) for word in words if _still_nothing(word, by_person.get(word.person_ref, []), day)]


def _still_nothing(word: Confirmation, interests: Iterable[Interest], day: date) -> bool:
    """Whether there was, and has since been, nothing to declare."""
    since_then = (each.declared_on > word.on or each.until is None or day < each.until for each in interests)
    return word.nothing and not any(since_then)
