"""What binds people to organisations on a day: what they have declared, and what the registers know without asking."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.conflicts.matching import INTEREST, NOTICE, REGISTERS, Link, Tie
from registry.db import db
from registry.disclosures.models import CONNECTED
from registry.disclosures.queries import general_notices_on
from registry.interests.models import INDIRECT, Interest
from registry.interests.queries import withheld_now
from registry.interests.rules import is_shown
from registry.nominees.queries import practices_held_for
from registry.people.models import Person
from registry.practices.models import Practice
from registry.seats.queries import seats_on

Ties = dict[str, list[Tie]]

KEPT_PRIVATE = "An interest that is kept private"


def ties_of(people: Collection[str], day: date) -> Ties:
    """The ties of some people on a day, by the person's ref: those of the registers first."""
    found: Ties = defaultdict(list)
    for source in (_themselves, _practices, _seats, _declared, _noticed):
        for tie in source(people, day):
            found[tie.person_ref].append(tie)
    return found


def _themselves(people: Collection[str], day: date) -> Iterator[Tie]:
    wanted = select(Person).where(Person.ref.in_(people)).options(selectinload(Person.names))
    for person in db.session.scalars(wanted):
        name = person.name_on(day)
        yield _known(person.ref, person.ref, name, Link.IS, name)


def _practices(people: Collection[str], day: date) -> Iterator[Tie]:
    for person, practices in practices_held_for(people, day).items():
        for practice in practices:
            name = practice.name_on(day)
            yield _known(person, practice.ref, name, Link.OWN, f"Holds shares in the company for {name}")


def _seats(people: Collection[str], day: date) -> Iterator[Tie]:
    """A seat that speaks for a body ties whoever sits in it to that body; and any seat, to the body that it is on.

    Whoever speaks for a body is tied to it once, however many seats she has for it or on it.
    """
    found: dict[tuple[str, str], Tie] = {}
    for seat in seats_on(day):
        for person in set(people).intersection(seat["people"]):
            for tie in _of_a_seat(seat, person):
                known = found.get((person, str(tie.ref)))
                if known is None or (known.link, tie.link) == (Link.SITS, Link.OWN):
                    found[person, str(tie.ref)] = tie
    yield from found.values()


def _of_a_seat(seat: dict[str, Any], person: str) -> Iterator[Tie]:
    if seat["constituency_ref"]:
        words = f"Speaks for {seat['constituency']} ({seat['seat']})"
        yield _known(person, seat["constituency_ref"], seat["constituency"], Link.OWN, words)
    yield _known(person, seat["body_ref"], seat["body"], Link.SITS, f"{seat['seat']} of {seat['body']}")


def _known(person: str, ref: str, name: str, link: Link, words: str) -> Tie:
    return Tie(person, ref, name, link, words, words, REGISTERS)


def _declared(people: Collection[str], day: date) -> Iterator[Tie]:
    """Interests that had arisen by a day, with those that ended no longer ago than the public register shows them."""
    arisen = or_(Interest.since <= day, Interest.declared_on <= day)
    wanted = select(Interest).where(Interest.person_ref.in_(people), arisen).options(joinedload(Interest.person))
    declared = [each for each in db.session.scalars(wanted) if is_shown(each.until, day, private=False)]
    practices, kept_private = _practices_named(declared), withheld_now()
    for each in declared:
        practice = practices.get(each.organisation_ref or "")
        ref = practice.standing_on(day).ref if practice else each.organisation_ref
        words = f"Declared: {each.description} ({_names(each.organisation, practice, day)})"
        openly = words if each.is_open and each.ref not in kept_private else KEPT_PRIVATE
        ended = each.until if each.until and each.until <= day else None
        bound = Link.CLOSE if each.kind == INDIRECT else Link.OWN
        yield Tie(
            each.person_ref, ref, each.organisation, bound, words, openly, INTEREST, each.ref, _topics(each), ended
        )


def _noticed(people: Collection[str], day: date) -> Iterator[Tie]:
    """The general notices in effect: of a body or firm, or of a connection with a person (CA 2006, s.185)."""
    for notice in general_notices_on(day):
        if notice["person_ref"] in people:
            words = f"General notice: {notice['nature']} ({notice['organisation']})"
            bound = Link.CLOSE if notice["kind"] == CONNECTED else Link.OWN
            ref, name = notice["organisation_ref"], notice["organisation"]
            yield Tie(notice["person_ref"], ref, name, bound, words, words, NOTICE, notice["ref"])


def _practices_named(declared: list[Interest]) -> dict[str, Practice]:
    refs = {each.organisation_ref for each in declared if each.organisation_ref}
    wanted = select(Practice).where(Practice.ref.in_(refs)).options(selectinload(Practice.particulars))
    return {practice.ref: practice for practice in db.session.scalars(wanted)}


def _names(declared: str, practice: Practice | None, day: date) -> str:
    """An organisation by the name declared, and by the one that it has on a day, if that is another."""
    now = practice.standing_on(day).name_on(day) if practice else declared
    return declared if now == declared else f"{declared}, now {now}"


def _topics(interest: Interest) -> tuple[str, ...]:
    return tuple(filter(None, interest.topics.split("; ")))
