from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.structure.models import BOARD, COMPANY, Body
from registry.terms.models import KINDS, TERMS_OF_REFERENCE, Terms
from registry.terms.standing import in_turn, status_on

REVIEW_AHEAD = timedelta(days=60)
TOP_BODIES = (COMPANY, BOARD)


def in_force(body: Body, day: date, kind: str = TERMS_OF_REFERENCE) -> Terms | None:
    """The version of a body's terms in force on a day, by whose quorum and notice its meetings are held."""
    begun = select(Terms).where(Terms.body_ref == body.ref, Terms.kind == kind, Terms.since <= day)
    return db.session.scalar(begun.where(or_(Terms.until.is_(None), Terms.until > day)))


def terms_on(day: date, body: Body | None = None) -> list[dict[str, Any]]:
    """Every version that there was on a day of every body's terms, or of one body's, the newest of each first."""
    found = select(Terms).options(joinedload(Terms.body))
    if body is not None:
        found = found.where(Terms.body_ref == body.ref)
    there = (terms for terms in db.session.scalars(found) if terms.known_from is None or terms.known_from <= day)
    newest = sorted(there, key=in_turn, reverse=True)
    versions: dict[tuple[str, str], list[Terms]] = defaultdict(list)
    for terms in newest:
        versions[terms.body_ref, terms.kind].append(terms)
    return [line_on(terms, day, versions[terms.body_ref, terms.kind]) for terms in sorted(newest, key=_place)]


def line_on(terms: Terms, day: date, others: Iterable[Terms]) -> dict[str, Any]:
    """`others` are the versions of the same terms."""
    return {
        "ref": terms.ref,
        "title": terms.title,
        "body": terms.body.name,
        "body_ref": terms.body_ref,
        "kind": terms.kind,
        "version": terms.version,
        "status": status_on(terms, day, others),
        "circulated": terms.circulated,
        "comments_by": terms.comments_by,
        "since": terms.since,
        "dates": terms.dates,
        "last_day": terms.last_day,
        "review_due": terms.review_due,
    }


def due_for_review(day: date) -> list[Terms]:
    """Terms in force on a day whose review is overdue, or due within the time it takes to hold one."""
    wanted = select(Terms).options(joinedload(Terms.body)).where(Terms.review_due <= day + REVIEW_AHEAD)
    return [terms for terms in db.session.scalars(wanted.order_by(Terms.review_due)) if terms.in_force(day)]


def _place(terms: Terms) -> tuple[Any, ...]:
    body = terms.body
    return body.kind not in TOP_BODIES, body.name, body.ref, KINDS.index(terms.kind)
