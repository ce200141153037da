"""What is asked of a decision that is on record."""

from marshmallow import fields
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from registry.decisions.models import Condition
from registry.decisions.schemas.asked import seats
from registry.forms import Form, Of
from registry.seats.models import Seat


def unsatisfied() -> Select[Condition]:
    return select(Condition).where(Condition.satisfied.is_(None)).options(joinedload(Condition.decision))


def condition_name(condition: Condition) -> str:
    return f"{condition.decision.number}: {condition.words}"


class AbolishSeatForm(Form):
    seat = Of(Seat, required=True, shows=lambda seat: seat.called, among=seats)
    until = fields.Date(required=True, metadata={"label": "First day it is no more"})


class SatisfyConditionForm(Form):
    condition = Of(Condition, required=True, shows=condition_name, among=unsatisfied)
    satisfied = fields.Date(required=True, metadata={"label": "Satisfied on"})
    how = fields.String(load_default="", metadata={"label": "By what", "hint": "For example, the letter of the bank."})


class CarryOutForm(Form):
    """Asks nothing more."""
