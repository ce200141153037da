from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.interests.models import Interest
from registry.interests.rules import is_shown
from registry.people.models import Person
from registry.reviews.models import Review, ReviewNote, ReviewQuestion
from registry.reviews.waiting import last_reviews

Line = dict[str, Any]


def mitigations_on(day: date) -> dict[str, str]:
    """How each interest that a reviewer has seen by a day is handled, by the interest's ref.

    What was said of an interest stands until it is reviewed again, also where it has changed since.
    """
    return {ref: review.mitigation for ref, review in last_reviews(day).items() if review.mitigation}


def reviews_on(day: date) -> list[Line]:
    """Every review made by a day, the latest first."""
    return _lines(_reviews(true()), day)


def reviews_of(interest: Interest, day: date) -> list[Line]:
    return _lines(_reviews(Review.interest_ref == interest.ref), day)


def last_reviews_of(person: Person, day: date) -> list[Line]:
    """What a reviewer last made of each of a person's interests by a day."""
    theirs = _lines(_reviews(Review.interest.has(Interest.person_ref == person.ref)), day)
    last = {line["ref"]: line for line in reversed(theirs)}
    return sorted(last.values(), key=lambda line: (line["organisation"], line["ref"]))


def questions_on(interest: Interest, day: date) -> list[Line]:
    """What was asked about an interest by a day, the latest first."""
    return _questions(ReviewQuestion.interest_ref == interest.ref, day)


def questions_to(person: Person, day: date) -> list[Line]:
    """What was asked of a person by a day about any of her interests: what is not answered comes first."""
    found = _questions(ReviewQuestion.interest.has(Interest.person_ref == person.ref), day)
    return sorted(found, key=lambda line: line["answered"] is not None)


def question_line(question: ReviewQuestion, day: date) -> Line:
    is_answered = question.answered is not None and question.answered <= day
    return {
        "ref": question.ref,
        "title": "Question about an interest",
        "interest": question.interest.organisation,
        "interest_ref": question.interest_ref,
        "person_ref": question.interest.person_ref,
        "asked": question.asked,
        "text": question.text,
        "answer": question.answer if is_answered else "",
        "answered": question.answered if is_answered else None,
        "public": question.interest.is_open,
    }


def notes_on(interest: Interest, day: date) -> list[Line]:
    noted = select(ReviewNote).where(ReviewNote.interest_ref == interest.ref, ReviewNote.on <= day)
    found = db.session.scalars(noted.order_by(ReviewNote.on.desc(), ReviewNote.ref.desc()))
    return [{"on": each.on, "text": each.text} for each in found]


def _questions(which: ColumnElement[bool], day: date) -> list[Line]:
    asked = select(ReviewQuestion).where(which, ReviewQuestion.asked <= day)
    whole = asked.options(joinedload(ReviewQuestion.interest))
    found: Iterable[ReviewQuestion] = db.session.scalars(
        whole.order_by(ReviewQuestion.asked.desc(), ReviewQuestion.ref.desc())
    )
    return [question_line(question, day) for question in found]


def _reviews(which: ColumnElement[bool]) -> Select[Review]:
    whose = joinedload(Review.interest).joinedload(Interest.person).selectinload(Person.names)
    approved = joinedload(Review.approved_by).selectinload(Person.names)
    latest = Review.on.desc(), Review.interest_rev.desc(), Review.ref.desc()
    return select(Review).where(which).options(whose, approved).order_by(*latest)


def _lines(wanted: Select[Review], day: date) -> list[Line]:
    """Reviews made by a day, of interests that the registers still keep on it."""
    return [
        {
            "on": review.on,
            "person": review.interest.person.name_on(day),
            "person_ref": review.interest.person_ref,
            "organisation": review.interest.organisation,
            "ref": review.interest_ref,
            "mitigation": review.mitigation,
            "publication": review.publication,
            "withheld_because": review.withheld_because,
            "approved_by": review.approved_by and review.approved_by.name_on(review.on),
            "public": review.interest.is_open,
        }
        for review in db.session.scalars(wanted.where(Review.on <= day))
        if is_shown(review.interest.until, day, private=True)
    ]
