"""What an address asks of the replay, and what that tells."""

from datetime import date
from typing import Any

from flask import request, url_for
from marshmallow import fields

from registry.doors.asked import parser
from registry.doors.span import SpanAsked
from registry.forms import Row

HIDDEN = {"hidden": True}


def span_asked() -> tuple[date | None, date | None]:
    """The first day and the last, both included; raises ValidationError where the address makes no sense."""
    asked: dict[str, Any] = parser.parse(SpanAsked(), request, location="address")
    return asked["from"], asked["to"]


def _terms(line: dict[str, Any]) -> str | None:
    """The clause of the terms that say so, if terms do."""
    if not line["terms_ref"]:
        return None
    kind = "clause" if "." in line["clause"] else "section"
    anchor = f"{kind}-{line['clause']}" if line["clause"] else None
    return url_for("terms.version", word=line["terms_ref"], _anchor=anchor)


class CitedRow(Row):
    number = fields.String(metadata={"link": "href"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("decisions.decision", word=line["ref"]), metadata=HIDDEN)


class FindingRow(Row):
    """Something that was found of a meeting, or of a decision taken without one."""

    meeting = fields.String(metadata={"link": "meeting_href"})
    weight = fields.String(metadata={"label": "How it stands", "tag": True})
    kind = fields.String(metadata={"label": "What"})
    sentence = fields.String(metadata={"label": "What was found"})
    authority = fields.String(metadata={"label": "By which rule", "link": "terms_href"})
    numbers = fields.Function(
        lambda line: [each["number"] for each in line["decisions"]], metadata={"label": "Decisions"}
    )
    since = fields.List(fields.String(), metadata={"label": "Since then"})
    on = fields.Date(metadata=HIDDEN)
    body = fields.String(metadata=HIDDEN)
    decisions = fields.List(fields.Nested(CitedRow), metadata=HIDDEN)
    meeting_ref = fields.String(metadata=HIDDEN)
    meeting_href = fields.Function(
        lambda line: line["meeting_ref"] and url_for("meetings.meeting", word=line["meeting_ref"]), metadata=HIDDEN
    )
    terms_href = fields.Function(_terms, metadata=HIDDEN)
