"""What waits for a reviewer: each interest declared or changed since it was last reviewed, the most pressing first."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry import ledger
from registry.clock import LONDON
from registry.db import db
from registry.interests.models import Interest
from registry.interests.rules import is_shown
from registry.interests.sentences import KINDS_IN_WORDS, marks
from registry.people.models import Person
from registry.reviews.bearing import bodies_of_each, next_meetings, where_it_bears
from registry.reviews.changes import Change, changes_between
from registry.reviews.models import WITHHELD, Review, ReviewQuestion

Line = dict[str, Any]
PRIVATE = "private"
NEW, CHANGED, ENDED, REVIEWED = "new", "changed since it was reviewed", "ended since it was reviewed", "reviewed"


def awaiting(day: date) -> list[Line]:
    """Every interest on the register that waits, by the next meeting that it bears on, and then the oldest first."""
    reviews = last_reviews(day)
    waiting = [each for each in declared_by(day) if _waits(each, reviews.get(each.ref))]
    lines = lines_of(waiting, day) if waiting else []
    return sorted(lines, key=lambda line: (line["meeting_on"] or date.max, line["waiting_since"], line["ref"]))


def _waits(interest: Interest, review: Review | None) -> bool:
    return review is None or review.interest_rev < interest.rev


def declared_by(day: date) -> list[Interest]:
    """Whatever had been declared by a day and is still kept on it."""
    named = joinedload(Interest.person).selectinload(Person.names)
    found = db.session.scalars(select(Interest).where(Interest.declared_on <= day).options(named))
    return [interest for interest in found if is_shown(interest.until, day, private=True)]


def lines_of(interests: Sequence[Interest], day: date) -> list[Line]:
    """Each of some interests as a reviewer sees it on a day."""
    reviews = last_reviews(day)
    entered = ledger.as_entered(_revs_wanted(interests, reviews))
    bodies = bodies_of_each(day)
    meetings = next_meetings({body.ref for each in bodies.values() for body in each}, day)
    asked = _questions_open(day)
    return [
        _line(interest, reviews.get(interest.ref), day, is_asked=interest.ref in asked)
        | _changed(interest, reviews.get(interest.ref), entered, day)
        | where_it_bears(bodies.get(interest.person_ref, []), meetings)
        for interest in interests
    ]


def last_reviews(day: date) -> dict[str, Review]:
    """The last review by a day of each interest that has had one, by the interest's ref."""
    found = db.session.scalars(select(Review).where(Review.on <= day).order_by(Review.interest_rev, Review.ref))
    return {review.interest_ref: review for review in found}


def _revs_wanted(interests: Iterable[Interest], reviews: dict[str, Review]) -> list[tuple[str, int]]:
    """Of those that changed since: as they were reviewed, as they first changed, and as they are."""
    return [
        (each.ref, rev)
        for each in interests
        if (review := reviews.get(each.ref)) is not None and _waits(each, review)
        for rev in (review.interest_rev, review.interest_rev + 1, each.rev)
    ]


def _line(interest: Interest, review: Review | None, day: date, *, is_asked: bool) -> Line:
    is_allowed = review is not None and review.publication == WITHHELD
    has_ended = interest.until is not None and interest.until <= day
    found = {
        "asks to be kept private": not interest.public and not is_allowed,
        "a question about it is not answered": is_asked,
    }
    return {
        "ref": interest.ref,
        "title": f"Review: {interest.called}",
        "person": interest.person.name_on(day),
        "person_ref": interest.person_ref,
        "kind": KINDS_IN_WORDS[interest.kind],
        "organisation": interest.organisation,
        "description": interest.description,
        "since": interest.since,
        "declared_on": interest.declared_on,
        "last_day": interest.last_day if has_ended else None,
        "public": interest.is_open,
        "private_reason": interest.private_reason,
        "marks": [each for each in marks(interest, day) if each != PRIVATE or is_allowed]
        + [words for words, so in found.items() if so],
    }


def _changed(interest: Interest, review: Review | None, entered: dict[Any, ledger.Entered], day: date) -> Line:
    """Whether it waits, since when, and what has been changed in it."""
    none: list[Change] = []
    if review is None:
        return {"status": NEW, "waiting_since": interest.declared_on, "changes": none}
    if not _waits(interest, review):
        return {"status": REVIEWED, "waiting_since": None, "changes": none}
    before, first, now = (entered[interest.ref, rev] for rev in _revs_of(interest, review))
    has_ended = interest.until is not None and interest.until <= day
    return {
        "status": ENDED if has_ended else CHANGED,
        "waiting_since": first.at.astimezone(LONDON).date(),
        "changes": changes_between(before.document, now.document),
    }


def _revs_of(interest: Interest, review: Review) -> tuple[int, int, int]:
    return review.interest_rev, review.interest_rev + 1, interest.rev


def _questions_open(day: date) -> set[str]:
    asked = select(ReviewQuestion.interest_ref).where(ReviewQuestion.asked <= day, ReviewQuestion.answered.is_(None))
    return set(db.session.scalars(asked))
