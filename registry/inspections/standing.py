"""What stands in the log, asked by a command before it adds to it."""

from sqlalchemy import func, select

from registry.db import db
from registry.inspections.models import Request

PREFIX = "IN"


def next_number() -> str:
    """IN1, IN2 …: drawn as the request is logged, without gaps."""
    return f"{PREFIX}{(db.session.scalar(select(func.count()).select_from(Request)) or 0) + 1}"
