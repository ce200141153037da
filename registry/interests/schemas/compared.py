"""What is told of two issues of the register."""

from typing import Any

from flask import request, url_for
from marshmallow import EXCLUDE, Schema, fields, pre_load
from marshmallow.validate import Range

from registry import clock
from registry.answers import FIRST_DAY, LAST_DAY, NO_SUCH_DAY
from registry.deadlines import months_from
from registry.doors.asked import NOT_A_DAY, Known, parser
from registry.forms import Row
from registry.interests.issues import Issued, as_issued


class IssuesAsked(Schema):
    """Which two issues an address names: the days, and as known when; if it names none, a year ago and today."""

    class Meta:
        unknown = EXCLUDE
        include = {
            "from": fields.Date(
                load_default=lambda: months_from(clock.today(), -12).due,
                error_messages={"invalid": NOT_A_DAY},
                validate=Range(FIRST_DAY, LAST_DAY, error=NO_SUCH_DAY),
            )
        }

    to = fields.Date(
        load_default=clock.today,
        error_messages={"invalid": NOT_A_DAY},
        validate=Range(FIRST_DAY, LAST_DAY, error=NO_SUCH_DAY),
    )
    known_from = Known(load_default=None)
    known_to = Known(load_default=None)

    @pre_load
    def leave_out_blanks(self, asked: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {name: value for name, value in asked.items() if value.strip()}


def issues_asked() -> tuple[Issued, Issued]:
    """The earlier, and the later; raises ValidationError where the address makes no sense."""
    asked: dict[str, Any] = parser.parse(IssuesAsked(), request, location="address")
    found = as_issued(asked["from"], asked["known_from"]), as_issued(asked["to"], asked["known_to"])
    first, second = sorted(found, key=lambda each: (each.on, each.known))
    return first, second


class PieceRow(Row):
    what = fields.String()
    text = fields.String()


class FieldRow(Row):
    """One thing said of an interest, as it was said and as it is said now."""

    field = fields.String()
    before = fields.String()
    after = fields.String()
    pieces = fields.List(fields.Nested(PieceRow), metadata={"hidden": True})


class DifferenceRow(Row):
    """An interest that is not in the later issue as it is in the earlier."""

    person = fields.String(metadata={"label": "Name", "link": "person_href"})
    what = fields.List(fields.String(), metadata={"label": "What became of it"})
    organisation = fields.String()
    description = fields.String(metadata={"label": "Interest"})
    before = fields.Function(lambda line: _joined(line, "before"), metadata={"label": "What it said"})
    after = fields.Function(lambda line: _joined(line, "after"), metadata={"label": "What it says"})
    since = fields.Date(metadata={"label": "Arose"})
    marks = fields.List(fields.String(), metadata={"label": "Notes"})
    changes = fields.List(fields.Nested(FieldRow), metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    person_href = fields.Function(
        lambda line: url_for("interests.person", word=line["person_ref"]), metadata={"hidden": True}
    )


def _joined(line: dict[str, object], side: str) -> str:
    changes: list[dict[str, str]] = line["changes"]  # type: ignore[assignment]
    return "; ".join(f"{change['field']}: {change[side] or 'nothing'}" for change in changes)
