"""What has been filed, asked by commands and by the rooms after this one."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from registry.db import db
from registry.filings.models import Filing

CONFIRMATION = "CS01"


def filing_of(form: str, about_ref: str) -> Filing | None:
    return db.session.scalar(select(Filing).where(Filing.form == form, Filing.about_ref == about_ref))


def filed(on: date) -> set[tuple[str, str | None]]:
    """Everything that had been filed by a day: the form, and what it is about."""
    return {
        (form, about)
        for form, about in db.session.execute(select(Filing.form, Filing.about_ref).where(Filing.sent <= on))
    }


def last_confirmation(on: date) -> date | None:
    """Up to which day the last confirmation statement sent by a day was made."""
    made = select(func.max(Filing.made_up_to)).where(Filing.form == CONFIRMATION, Filing.sent <= on)
    return db.session.scalar(made)


def filings_by(on: date) -> Sequence[Filing]:
    return db.session.scalars(select(Filing).where(Filing.sent <= on).order_by(Filing.sent.desc(), Filing.ref)).all()
