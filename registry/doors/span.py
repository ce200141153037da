"""The days from one to another that an address may name."""

from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields, pre_load, validates_schema
from marshmallow.validate import Range

from registry.answers import FIRST_DAY, LAST_DAY, NO_SUCH_DAY
from registry.doors.asked import NOT_A_DAY

TURNED_ROUND = "The last day comes on the first, or after it."


def a_day() -> fields.Date:
    in_range = Range(FIRST_DAY, LAST_DAY, error=NO_SUCH_DAY)
    return fields.Date(load_default=None, error_messages={"invalid": NOT_A_DAY}, validate=in_range)


class SpanAsked(Schema):
    """`from` and `to`, both included; None where there is no such bound."""

    class Meta:
        unknown = EXCLUDE
        include = {name: a_day() for name in ("from", "to")}

    @pre_load
    def leave_out_blanks(self, asked: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {name: value for name, value in asked.items() if value.strip()}

    @validates_schema
    def runs_forward(self, asked: dict[str, Any], **_: Any) -> None:
        first, last = asked.get("from"), asked.get("to")
        if first and last and last < first:
            raise ValidationError({"to": [TURNED_ROUND]})
