"""What has become of practices by a day: asked by the rooms after this one."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.practices.models import Practice


def all_that_is(practice: Practice, day: date) -> Iterator[Practice]:
    """A practice, and every one that has merged into it by a day, at first hand or after others."""
    yield practice
    merged = select(Practice).where(Practice.merged_into_ref == practice.ref, Practice.merged <= day)
    for each in db.session.scalars(merged.order_by(Practice.merged, Practice.code)):
        yield from all_that_is(each, day)
