from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import joinedload, selectinload

from registry import ledger
from registry.authorisations.models import Authorisation, NotCounted
from registry.db import db
from registry.interests.models import Interest
from registry.people.models import Person

Line = dict[str, Any]
IN_FORCE, REVIEW_DUE, LAPSED = "in force", "review due", "lapsed"
TOLD_BEFORE = timedelta(days=60)
"""How long before a review is due it is told: long enough for it to come before a meeting."""


def authorisations_on(day: date) -> list[Line]:
    """Every authorisation begun by a day, and how it stands: those in force first, then the latest."""
    return _lines(true(), day)


def authorisations_of(person: Person, day: date) -> list[Line]:
    return _lines(Authorisation.person_ref == person.ref, day)


def authorisations_about(interest: Interest, day: date) -> list[Line]:
    return _lines(Authorisation.interest_ref == interest.ref, day)


def reviews_due(day: date) -> list[Line]:
    """The authorisations in force on a day that are soon to be looked at again, or should have been."""
    soon = Authorisation.review_due <= day + TOLD_BEFORE
    return sorted(_lines(Authorisation.holding(day) & soon, day), key=lambda line: line["review_due"])


def line_of(authorisation: Authorisation, day: date) -> Line:
    holds = authorisation.holds(day)
    decided = ledger.cause_of(authorisation.ref, "authorisations.authorise")
    interest = authorisation.interest
    return {
        "ref": authorisation.ref,
        "rev": authorisation.rev,
        "title": f"Conflict authorised: {authorisation.called}",
        "name": authorisation.person.name_on(day),
        "person_ref": authorisation.person_ref,
        "situation": authorisation.situation,
        "covers": authorisation.covers,
        "conditions": authorisation.conditions,
        "since": authorisation.since,
        "review_due": authorisation.review_due,
        "last_day": None if holds and authorisation.ended else authorisation.last_day,
        "status": status_of(authorisation, day),
        "holds": holds,
        "decision": decided and decided.document.get("number"),
        "decision_ref": decided and decided.ref,
        "interest_ref": authorisation.interest_ref,
        "interest_public": interest is None or interest.public,
        "not_counted": [each.person.name_on(authorisation.since) for each in authorisation.not_counted],
    }


def status_of(authorisation: Authorisation, day: date) -> str:
    """In a word: in force, its review due, lapsed on its day; or what a decision made of it."""
    if authorisation.holds(day):
        due = authorisation.review_due
        return REVIEW_DUE if due is not None and due < day else IN_FORCE
    return authorisation.ended or LAPSED


def _lines(which: ColumnElement[bool], day: date) -> list[Line]:
    others = selectinload(Authorisation.not_counted).joinedload(NotCounted.person).selectinload(Person.names)
    named = joinedload(Authorisation.person).selectinload(Person.names)
    wanted = select(Authorisation).where(which, Authorisation.since <= day).options(named, others)
    found = db.session.scalars(wanted.options(joinedload(Authorisation.interest)))
    lines = [line_of(authorisation, day) for authorisation in found]
    return sorted(lines, key=lambda line: (line["holds"], line["since"], line["ref"]), reverse=True)
