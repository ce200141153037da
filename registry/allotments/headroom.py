"""What may still be allotted under each authority, as at a day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.allotments.models import Allotment, Authority
from registry.allotments.queries import allotments_on
from registry.allotments.standing import Used, used_by
from registry.db import db

Line = dict[str, Any]

SOON = timedelta(days=60)
"""How long before its end an authority of which something is left is first spoken of."""


def authorities_on(day: date) -> list[Line]:
    """Every authority given by a day, with what had been allotted under it and what was left: the latest first."""
    used = used_by(day)
    found = select(Authority).where(Authority.granted <= day).options(joinedload(Authority.share_class))
    given = db.session.scalars(found.order_by(Authority.granted.desc(), Authority.ref.desc()))
    return [_line(authority, used.get(authority.ref, Used()), day) for authority in given]


def authority_on(authority: Authority, day: date) -> Line:
    """One authority, with each allotment under it."""
    return _line(authority, used_by(day).get(authority.ref, Used()), day) | {
        "rev": authority.rev,
        "title": authority.resolution,
        "allotments": allotments_on(day, Allotment.authority_ref == authority.ref),
    }


def _line(authority: Authority, used: Used, day: date) -> Line:
    revoked = authority.revoked if authority.revoked and authority.revoked <= day else None
    holds = authority.granted <= day <= authority.expires and revoked is None
    return {
        "ref": authority.ref,
        "resolution": authority.resolution,
        "share_class": authority.share_class.name,
        "share_class_ref": authority.share_class_ref,
        "maximum": authority.maximum,
        "allotted": used.shares,
        "left": authority.maximum - used.shares,
        "granted": authority.granted,
        "expires": authority.expires,
        "revoked": revoked,
        "days_left": (authority.expires - day).days if holds else None,
        "state": "in force" if holds else _state(authority, revoked, day),
    }


def _state(authority: Authority, revoked: date | None, day: date) -> str:
    if revoked is not None:
        return "revoked"
    return "expired" if day > authority.expires else "not yet given"


def ending_on(day: date) -> Iterator[Line]:
    """Authorities in force on a day that end within sixty, with something left, and that none has yet renewed."""
    lines = [line for line in authorities_on(day) if line["state"] == "in force"]
    for line in lines:
        is_renewed = any(_renews(other, line) for other in lines)
        if line["expires"] - SOON <= day and line["left"] > 0 and not is_renewed:
            yield line


def _renews(other: Line, line: Line) -> bool:
    return bool(other["share_class_ref"] == line["share_class_ref"] and other["expires"] > line["expires"])
