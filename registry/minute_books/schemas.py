from typing import Any

from flask import url_for
from marshmallow import fields

from registry.decisions.schemas import DecisionPage, DecisionRow
from registry.forms import Row
from registry.meetings.schemas import YearRow
from registry.minutes.schemas import MinutesPage
from registry.resolutions.schemas import ShortRow as ResolutionRow

HIDDEN = {"hidden": True}


class CopyRow(Row):
    """Something on the page of a decision that can be signed and given out."""

    what = fields.String(metadata={"label": "Paper", "link": "href"})
    href = fields.Function(lambda line: url_for(line["door"], word=line["ref"]), metadata=HIDDEN)


class MinutedRow(Row):
    """The minutes in which a decision stands."""

    version = fields.Integer()
    circulated = fields.Date()
    item = fields.Integer()
    approved = fields.String()
    authenticated = fields.String(metadata={"label": "Signed"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("minutes.minutes", word=line["ref"]), metadata=HIDDEN)


class ExtractPage(DecisionPage):
    """A decision, as an officer of the company certifies it to whoever relies on it."""

    title = fields.Function(lambda line: f"Certified extract: {line['number']}", metadata=HIDDEN)
    status = fields.String(metadata=HIDDEN)
    stands = fields.String(metadata={"label": "How it stands"})
    certifies = fields.String(metadata=HIDDEN)
    proves = fields.String(metadata=HIDDEN)
    minutes = fields.Nested(MinutedRow, allow_none=True, metadata=HIDDEN)
    resolutions = fields.Nested(ResolutionRow, many=True, metadata=HIDDEN)


class ResolutionPage(ExtractPage):
    """A resolution of the members, as a copy of it goes to the registrar and to whoever asks for one."""

    title = fields.Function(
        lambda line: f"{'Special' if line['special'] else 'Ordinary'} resolution {line['number']}", metadata=HIDDEN
    )
    filed_by = fields.Date(metadata={"label": "Copy to the registrar by"})
    special = fields.Boolean(metadata=HIDDEN)
    passed = fields.String(metadata=HIDDEN)


def _book(line: dict[str, Any]) -> str:
    return url_for("minute_books.minute_book", word=line["ref"], year=line["year"])


class BookRow(Row):
    """The minute book of a body and a year."""

    title = fields.Function(
        lambda line: f"{line['body']}, {line['year']}", metadata={"label": "Minute book", "link": "href"}
    )
    meetings = fields.Integer()
    signed = fields.Integer(metadata={"label": "Minutes signed"})
    decisions = fields.Integer()
    is_over = fields.Boolean(metadata={"label": "The year is over"})
    href = fields.Function(_book, metadata=HIDDEN)


class ContentsRow(Row):
    """A section of a book."""

    title = fields.String(metadata={"label": "Section", "link": "href"})
    about = fields.String(metadata={"label": "What is in it"})
    name = fields.String(metadata=HIDDEN)
    href = fields.Function(
        lambda line: line["minutes_ref"] and url_for("minutes.minutes", word=line["minutes_ref"]), metadata=HIDDEN
    )


class HeldRow(Row):
    """A meeting held, and its minutes."""

    meeting = fields.String()
    on = fields.Date(metadata={"label": "Day"})
    minutes = fields.Nested(MinutesPage, allow_none=True, metadata=HIDDEN)
    is_signed = fields.Boolean(metadata={"label": "Signed"})
    name = fields.String(metadata=HIDDEN)


class IndexRow(DecisionRow):
    """A decision of the year, and the section in which it stands."""

    section = fields.String(metadata=HIDDEN)


class ChangeRow(Row):
    on = fields.Date(metadata={"label": "Day"})
    register = fields.String()
    what = fields.String(metadata={"label": "What changed"})


class HeadingRow(Row):
    text = fields.String(metadata={"label": "Meeting"})
    meeting = fields.String(metadata=HIDDEN)


class BookPage(Row):
    """A minute book whole: the facts of each of its sections."""

    title = fields.String(metadata=HIDDEN)
    body = fields.String(metadata={"label": "Minute book of"})
    year = fields.Raw()
    standing = fields.String(metadata={"label": "How it stands"})
    last = fields.Date(metadata=HIDDEN)
    contents = fields.List(fields.Nested(ContentsRow), metadata=HIDDEN)
    meetings = fields.List(fields.Nested(HeldRow), metadata=HIDDEN)
    decisions = fields.List(fields.Nested(IndexRow), metadata=HIDDEN)
    attendance = fields.List(fields.Nested(YearRow), metadata=HIDDEN)
    attended = fields.List(fields.Nested(HeadingRow), metadata=HIDDEN)
    changes = fields.List(fields.Nested(ChangeRow), metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
