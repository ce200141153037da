"""What an address asks of a page: which day, as known when, which part of a long list."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NoReturn

from flask import request
from marshmallow import EXCLUDE, Schema, ValidationError, fields, post_load, pre_load
from marshmallow.validate import OneOf, Range
from webargs.flaskparser import FlaskParser

from registry import clock
from registry.answers import FIRST_DAY, LAST_DAY, NO_SUCH_DAY
from registry.paper import STANDARD, STYLES

PAGE_SIZE = 100
LARGEST_PAGE = 500

NOT_A_DAY = "Write the day as YYYY-MM-DD, such as 2026-04-01."
NOT_A_STYLE = f"Papers are printed in these styles: {', '.join(STYLES)}."
NOT_AN_INSTANT = "Write the time as YYYY-MM-DDTHH:MMZ, such as 2026-04-01T09:00Z; a day alone means its end."

parser = FlaskParser()


@dataclass(frozen=True)
class Asked:
    """A page's two dates, the part of it wanted and, on paper, the style. `known` is None for what is known now."""

    on: date
    known: datetime | None
    page: int
    size: int
    q: str
    style: str = STANDARD


class Known(fields.Field[datetime]):
    """An instant in UTC; without a zone it is London's, and a day alone means the end of that day there."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> datetime:
        try:
            if len(value) == len("2026-04-01"):
                value += "T23:59:59.999999"
            moment = datetime.fromisoformat(value)
            there = moment if moment.tzinfo else moment.replace(tzinfo=clock.LONDON)
            known = there.astimezone(UTC)
        except (ValueError, OverflowError):
            raise self.make_error("invalid") from None
        if not FIRST_DAY <= known.date() <= LAST_DAY:
            raise self.make_error("invalid")
        return known

    default_error_messages = {"invalid": NOT_AN_INSTANT}


class AskedOf(Schema):
    class Meta:
        unknown = EXCLUDE

    on = fields.Date(
        load_default=clock.today,
        error_messages={"invalid": NOT_A_DAY},
        validate=Range(FIRST_DAY, LAST_DAY, error=NO_SUCH_DAY),
    )
    known = Known(load_default=None)
    page = fields.Integer(load_default=1, validate=Range(min=1, error="Pages are numbered from 1."))
    size = fields.Integer(
        load_default=PAGE_SIZE,
        validate=Range(min=1, max=LARGEST_PAGE, error="Ask for 1 to {max} lines at a time."),
    )
    q = fields.String(load_default="")
    style = fields.String(load_default=STANDARD, validate=OneOf(STYLES, error=NOT_A_STYLE))

    @pre_load
    def leave_out_blanks(self, asked: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {name: value for name, value in asked.items() if value.strip()}

    @post_load
    def settle(self, asked: dict[str, Any], **_: Any) -> Asked:
        return Asked(**asked)


@parser.location_loader("address")
def load_address(req: Any, schema: Schema) -> dict[str, str]:
    return req.args.to_dict()


@parser.error_handler
def unclear(error: ValidationError, *_: Any, **__: Any) -> NoReturn:
    """Leave it to the house to answer, as for any other mistake."""
    raise error


def asked() -> Asked:
    """Raises ValidationError, and so 422, where the address makes no sense."""
    found: Asked = parser.parse(AskedOf(), request, location="address")
    return found
