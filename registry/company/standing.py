"""What is on record of the company, asked by commands and by the rooms after this one."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.company.models import Company
from registry.db import db


def the_company() -> Company | None:
    """The company whose books these are; None while nothing is on record of it."""
    return db.session.scalars(select(Company).options(joinedload(Company.particulars))).unique().first()


def incorporated() -> date | None:
    """The day on which the company came to be; None while that is not on record."""
    return db.session.scalar(select(Company.incorporated))
