"""A request with an Idempotency-Key happens once: asked again, it is answered again."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from flask import g, request
from marshmallow import ValidationError
from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from registry import clock
from registry.db import Base, Ref, db
from registry.doors.answers import from_browser

HEADER = "Idempotency-Key"
LONGEST_KEY = 255


class Answered(Base):
    """A working paper: the answer once given to a request by its sender's key."""

    __tablename__ = "answered"
    __limits__ = (UniqueConstraint("account_ref", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_ref: Mapped[Ref]
    key: Mapped[str]
    request_hash: Mapped[str]
    answer: Mapped[str]
    at: Mapped[datetime]


def answered_before() -> dict[str, Any] | None:
    """The answer given when this same request came before; a key used for another request is refused."""
    if not (key := _key()):
        return None
    found = db.session.query(Answered).filter_by(account_ref=g.account.ref, key=key).one_or_none()
    if found is None:
        return None
    if found.request_hash != _request_hash():
        raise ValidationError({HEADER: ["This key was used for another request."]})
    return json.loads(found.answer)


def remember(answer: dict[str, Any]) -> None:
    """Keep the answer, in the same transaction as what it tells of."""
    if key := _key():
        db.session.add(
            Answered(
                account_ref=g.account.ref,
                key=key,
                request_hash=_request_hash(),
                answer=json.dumps(answer),
                at=clock.now(),
            )
        )


def _key() -> str:
    key = "" if from_browser() else request.headers.get(HEADER, "")
    if len(key) > LONGEST_KEY:
        raise ValidationError({HEADER: [f"Write at most {LONGEST_KEY} letters here."]})
    return key


def _request_hash() -> str:
    return sha256(request.path.encode() + b"\0" + request.get_data()).hexdigest()
