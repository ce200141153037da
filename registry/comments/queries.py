from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry.comments.models import OPEN, Comment
from registry.db import db
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.terms.models import CIRCULATED, Terms
from registry.terms.standing import status_on, versions_of

Line = dict[str, Any]


def comments_on(day: date) -> list[Line]:
    """Everything that had been said of any version by a day, the latest first."""
    return [line_of(comment, day) for comment in db.session.scalars(_comments(day).order_by(Comment.on.desc()))]


def comments_of(terms: Terms, day: date) -> list[Line]:
    """What had been said of one version by a day, clause by clause."""
    found = db.session.scalars(_comments(day).where(Comment.terms_ref == terms.ref))
    return [line_of(comment, day) for comment in sorted(found, key=_in_turn)]


def _comments(day: date) -> Select[Comment]:
    named = joinedload(Comment.person).selectinload(Person.names)
    asked = select(Comment).options(named, joinedload(Comment.account), selectinload(Comment.terms))
    return asked.where(Comment.on <= day).order_by(Comment.ref.desc())


def _in_turn(comment: Comment) -> tuple[list[int], str]:
    return [int(number) for number in comment.clause.split(".") if number.isdecimal()], comment.ref


def line_of(comment: Comment, day: date) -> Line:
    answered = comment.answered is not None and comment.answered <= day
    by = comment.person.name_on(comment.on) if comment.person else comment.account.name
    late = comment.terms.comments_by is not None and comment.terms.comments_by < comment.on
    return {
        "ref": comment.ref,
        "rev": comment.rev,
        "title": comment.called,
        "terms": comment.terms.called,
        "terms_ref": comment.terms_ref,
        "clause": comment.clause,
        "text": comment.text,
        "by": by,
        "written_down_by": comment.account.name if comment.person else None,
        "on": comment.on,
        "late": "after the last day for comments" if late else "",
        "outcome": comment.outcome if answered else OPEN,
        "answer": comment.answer if answered else "",
        "answered": comment.answered if answered else None,
    }


def is_out(terms: Terms, day: date) -> bool:
    """Whether a version is the one that is out for comment on a day: no other has gone out since."""
    return status_on(terms, day, versions_of(terms)) == CIRCULATED


def asked_for(day: date) -> list[Terms]:
    """The versions on which comments may still be made, of those that asked for them by a day not yet past."""
    out = select(Terms).where(Terms.since.is_(None), Terms.circulated <= day, Terms.comments_by >= day)
    found = db.session.scalars(out.order_by(Terms.comments_by, Terms.ref))
    return [terms for terms in found if is_out(terms, day)]


def to_answer(day: date) -> list[tuple[Terms, int]]:
    """The versions whose day for comments is past and of whose comments some have no answer, and how many."""
    wanted = select(Comment).options(joinedload(Comment.terms)).where(Comment.outcome == "")
    found: dict[str, tuple[Terms, int]] = {}
    for comment in db.session.scalars(wanted):
        terms, count = found.get(comment.terms_ref, (comment.terms, 0))
        if is_out(terms, day) and (terms.comments_by or day - ONE_DAY) < day:
            found[comment.terms_ref] = terms, count + 1
    return list(found.values())
