"""What has been brought in, asked by commands before they bring in more."""

from datetime import date

from sqlalchemy import func, select

from registry.db import db
from registry.openings.models import Opening


def opened_on(sha256: str) -> date | None:
    """The day on which a file of these very bytes was brought in; None if none was."""
    return db.session.scalar(select(Opening.entered).where(Opening.sha256 == sha256).limit(1))


def count_openings() -> int:
    return db.session.scalar(select(func.count()).select_from(Opening)) or 0
