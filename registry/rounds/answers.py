"""What counts as an answer: a confirmation, or an interest declared, changed or ended; and how it was given."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.clock import civil_day
from registry.db import db
from registry.interests.models import Confirmation, Interest
from registry.ledger import live
from registry.ledger.models import Entry
from registry.ledger.queries import moment
from registry.people.models import Person

NOTHING, CONFIRMED, DECLARED = "Nothing to declare", "Interests confirmed", "Interests declared"
GO_ON = ("interests.change", "interests.end")
"""The acts by which somebody says more of an interest that she has declared before."""

BY_LINK, BY_ACCOUNT, BY_OFFICE = "signed link", "own account", "entered by the office"


@dataclass(frozen=True)
class Answer:
    """What somebody said of her interests, on a day, and how it came into the books."""

    person_ref: str
    on: date
    what: str
    how: str


def answers_of(people: Collection[str], day: date) -> dict[str, list[Answer]]:
    """All that these people, named by their refs, had said of their interests by a day, in its order."""
    words = select(Confirmation).where(Confirmation.person_ref.in_(people), Confirmation.on <= day)
    interests = select(Interest).where(Interest.person_ref.in_(people), Interest.declared_on <= day)
    told = {each.ref: each for each in (*db.session.scalars(words), *db.session.scalars(interests))}
    accounts = dict(db.session.execute(select(Person.ref, Person.account_ref).where(Person.ref.in_(people))).all())
    found: dict[str, list[Answer]] = {}
    for entry in _entries(told):
        document = told[entry.ref]
        answer = _answer(document, entry, accounts[document.person_ref])
        if answer.on <= day:
            found.setdefault(answer.person_ref, []).append(answer)
    return {ref: sorted(answers, key=lambda each: each.on) for ref, answers in found.items()}


def _entries(told: dict[str, Any]) -> Iterator[Any]:
    """The entries that made these documents what they are: no later ones, where a past is looked at."""
    columns = (Entry.ref, Entry.rev, Entry.actor, Entry.recorded)
    said = Entry.ref.in_(told) & ((Entry.rev == 1) | Entry.act.in_(GO_ON))
    with live():
        found = db.session.execute(select(*columns).where(said).order_by(Entry.seq)).all()
    return (entry for entry in found if entry.rev <= told[entry.ref].rev)


def _answer(document: Any, entry: Any, account_ref: str | None) -> Answer:
    how = {document.person_ref: BY_LINK, account_ref: BY_ACCOUNT}.get(entry.actor, BY_OFFICE)
    if isinstance(document, Confirmation):
        return Answer(document.person_ref, document.on, NOTHING if document.nothing else CONFIRMED, how)
    on = document.declared_on if entry.rev == 1 else civil_day(moment(entry.recorded))
    return Answer(document.person_ref, on, DECLARED, how)
