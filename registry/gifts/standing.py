"""The policies that the federation has adopted, and which of them stands on a day."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.gifts.models import GiftPolicy


def policies() -> list[GiftPolicy]:
    """Every policy, the first to be adopted first."""
    return list(db.session.scalars(select(GiftPolicy).order_by(GiftPolicy.since)))


def in_force(policies: Iterable[GiftPolicy], day: date) -> GiftPolicy | None:
    """The last of them that was adopted by a day."""
    return max((each for each in policies if each.since <= day), key=lambda each: each.since, default=None)


def neighbours(policy: GiftPolicy) -> tuple[date | None, date | None]:
    """Since when the policies before and after one hold."""
    days = [each.since for each in policies() if each.ref != policy.ref]
    before, after = ([d for d in days if d < policy.since], [d for d in days if d > policy.since])
    return max(before, default=None), min(after, default=None)
