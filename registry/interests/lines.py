"""A line of the register: an interest, or a person's word that there is none, as plain values."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.interests.handling import handled_on
from registry.interests.models import BETWEEN_TOPICS, DIRECT, INDIRECT, Confirmation, Interest
from registry.interests.organisations import became, known_among
from registry.interests.rules import is_shown
from registry.interests.sentences import (
    KINDS_IN_WORDS,
    NOTHING_TO_DECLARE,
    WHOSE_IN_WORDS,
    marks,
    nothing_confirmed,
    where_shown,
)
from registry.people.models import Person
from registry.periods import holding

Line = dict[str, Any]


def lines_of(interests: Iterable[Interest], day: date) -> list[Line]:
    """Each as it is told on a day, with what has become of the organisation since it was declared."""
    told = list(interests)
    known, handled = known_among(each.organisation_ref for each in told), handled_on(day)
    return [_line(each, day, _since(each, known, day)) | {"handled": handled.get(each.ref, "")} for each in told]


def _since(interest: Interest, known: dict[str, Any], day: date) -> str:
    organisation = known.get(interest.organisation_ref or "")
    return became(organisation, interest.organisation, day) if organisation else ""


def _line(interest: Interest, day: date, became: str) -> Line:
    return _whose(interest.person, day) | {
        "ref": interest.ref,
        "kind": KINDS_IN_WORDS[interest.kind],
        "ticked": _ticked(interest),
        "direct": None if interest.kind not in (*DIRECT, INDIRECT) else interest.kind != INDIRECT,
        "organisation": interest.organisation,
        "description": interest.description,
        "whose": WHOSE_IN_WORDS[interest.whose],
        "relation": interest.relation,
        "nature": KINDS_IN_WORDS.get(interest.nature, ""),
        "topics": interest.topics.split(BETWEEN_TOPICS) if interest.topics else [],
        "touches": interest.touches,
        "since": interest.since,
        "dates": interest.dates,
        "declared_on": interest.declared_on,
        "last_day": interest.last_day,
        "runs": interest.until is None,
        "marks": marks(interest, day, became),
        "public": interest.is_open,
        "published": interest.is_open and is_shown(interest.until, day, private=False),
        "private_reason": "" if interest.public else interest.private_reason,
        "shown": where_shown(interest, day),
    }


def _ticked(interest: Interest) -> str | None:
    """Which of the three direct kinds it is: of an indirect one, for the other person."""
    kind = interest.nature if interest.kind == INDIRECT else interest.kind
    return kind if kind in DIRECT else None


def nothing_line(word: Confirmation, day: date) -> Line:
    """A person's word that there is nothing to declare, as a line of the register."""
    return _whose(word.person, day) | {
        "ref": word.ref,
        "kind": NOTHING_TO_DECLARE,
        "organisation": None,
        "description": nothing_confirmed(word.person.name_on(day), word.on),
        "handled": "",
        "since": None,
        "declared_on": word.on,
        "last_day": None,
        "runs": False,
        "marks": [],
        "public": True,
        "published": True,
        "private_reason": "",
    }


def _whose(person: Person, day: date) -> Line:
    name = holding(person.names, day) or person.names[0]
    return {"person": name.in_full, "person_ref": person.ref, "by": (name.surname, name.forenames, person.ref)}
