"""What was decided while an interest that was declared late was not yet known to those who decided."""

from datetime import date
from typing import Any

from sqlalchemy import or_, select

from registry.decisions.models import Decision
from registry.decisions.queries import decisions_where
from registry.interests.models import Interest
from registry.interests.rules import days_late
from registry.seats.models import Appointment, Seat


def decided_before_it_was_declared(interest: Interest, day: date) -> list[dict[str, Any]]:
    """The decisions of bodies on which the person sat, from the day it arose to the day before it was declared.

    Nothing, of an interest that was declared in time.
    """
    if days_late(interest.since, interest.declared_on) is None:
        return []
    sat = (
        select(Appointment.ref)
        .join(Appointment.seat)
        .where(Appointment.person_ref == interest.person_ref, Seat.body_ref == Decision.body_ref)
        .where(Appointment.since <= Decision.on, or_(Appointment.until.is_(None), Appointment.until > Decision.on))
        .exists()
    )
    return decisions_where(Decision.on >= interest.since, Decision.on < interest.declared_on, sat, day=day)
