from flask import url_for
from marshmallow import fields

from registry.forms import Form, Row

HIDDEN = {"hidden": True}


class NoteForm(Form):
    section = fields.String(required=True, metadata={"kind": "hidden"})
    page = fields.String(load_default="", metadata={"kind": "hidden"})
    words = fields.String(
        required=True,
        metadata={"kind": "long", "label": "Your note", "hint": "Nobody but you reads it. It is no part of the books."},
    )


class ChangeForm(Form):
    words = fields.String(required=True, metadata={"kind": "long", "label": "Your note"})


class DeleteForm(Form):
    """Asks nothing more."""


class ReadingRow(Row):
    """A pack that may be read: its latest edition."""

    title = fields.String(attribute="meeting", metadata={"label": "Pack for the meeting of", "link": "href"})
    issued = fields.DateTime()
    number = fields.Integer(metadata={"label": "Edition"})
    pages = fields.Integer()
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("readings.pack", word=line["ref"]), metadata=HIDDEN)


class SectionRow(Row):
    """A section of a reader's copy, by what its pages are called in print."""

    title = fields.String(metadata={"label": "Section", "link": "href"})
    about = fields.String(metadata={"label": "What it is"})
    presenter = fields.String()
    pages = fields.String()
    changed = fields.String()
    notes = fields.Integer(metadata={"label": "Your notes"})
    name = fields.String(metadata=HIDDEN)
    level = fields.Integer(metadata=HIDDEN)
    href = fields.String(metadata=HIDDEN)


class PackReading(Row):
    title = fields.String(metadata=HIDDEN)
    meeting = fields.String(metadata=HIDDEN)
    edition = fields.String(metadata=HIDDEN)
    issued = fields.DateTime(metadata=HIDDEN)
    since = fields.String(metadata=HIDDEN)
    taken_out = fields.String(metadata=HIDDEN)
    is_told = fields.Boolean(metadata=HIDDEN)
    sections = fields.List(fields.Nested(SectionRow), metadata=HIDDEN)
    gone = fields.Integer(metadata=HIDDEN)
    latest_href = fields.String(metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)


class PageRow(Row):
    """A page of a paper that was uploaded."""

    label = fields.String()
    words = fields.String()
    picture = fields.String(metadata=HIDDEN)
    twice = fields.String(metadata=HIDDEN)


class NoteRow(Row):
    """Something that a reader noted for herself."""

    on = fields.String(metadata={"label": "On", "link": "href"})
    page = fields.String()
    words = fields.String(metadata={"label": "Your note"})
    gone = fields.String(metadata={"label": "Taken out"})
    at = fields.DateTime(metadata={"label": "Written"})
    order = fields.Integer(metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
    href = fields.String(metadata=HIDDEN)


class SectionReading(Row):
    title = fields.String(metadata=HIDDEN)
    section = fields.String(metadata=HIDDEN)
    edition = fields.String(metadata=HIDDEN)
    meeting = fields.String(metadata=HIDDEN)
    about = fields.String(metadata=HIDDEN)
    presenter = fields.String(metadata=HIDDEN)
    pages = fields.String(metadata=HIDDEN)
    first = fields.String(metadata=HIDDEN)
    name = fields.String(metadata=HIDDEN)
    place = fields.Integer(metadata=HIDDEN)
    count = fields.Integer(metadata=HIDDEN)
    words = fields.Raw(metadata=HIDDEN)
    paper = fields.List(fields.Nested(PageRow), metadata=HIDDEN)
    paper_href = fields.String(metadata=HIDDEN)
    before = fields.Nested(SectionRow, allow_none=True, metadata=HIDDEN)
    after = fields.Nested(SectionRow, allow_none=True, metadata=HIDDEN)
    notes = fields.List(fields.Nested(NoteRow), metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)


class OpenedRow(Row):
    """Somebody who has opened an edition."""

    who = fields.String(metadata={"label": "Opened by"})
    number = fields.Integer(metadata={"label": "Edition"})
    at = fields.DateTime(metadata={"label": "First"})
