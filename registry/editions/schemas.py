"""What this room asks, and what it tells."""

from flask import url_for
from marshmallow import fields

from registry.forms import Form, Row

HIDDEN = {"hidden": True}


class IssueForm(Form):
    why = fields.String(
        load_default="",
        metadata={"kind": "long", "label": "Why there is another", "hint": "For whoever holds the last edition."},
    )


class BuildForm(Form):
    copy = fields.String(load_default="", metadata={"kind": "hidden"})


class EditionRow(Row):
    """An edition in a list."""

    title = fields.String(metadata={"label": "Edition", "link": "href"})
    issued = fields.DateTime()
    pages = fields.Integer()
    state = fields.String(metadata={"tag": True})
    why = fields.String(metadata={"label": "Why it was issued"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("editions.edition", word=line["ref"]), metadata=HIDDEN)


class SectionRow(Row):
    """A section, on the pages that every copy has it on."""

    title = fields.String(metadata={"label": "Section"})
    pages = fields.String(metadata={"label": "Pages"})
    changed = fields.String(metadata={"label": "Since the edition before"})


class CopyRow(Row):
    """A copy that may be printed."""

    whose = fields.String(metadata={"label": "Copy", "link": "href"})
    what = fields.String(metadata={"label": "What is in it"})
    href = fields.String(metadata=HIDDEN)


class EditionPage(EditionRow):
    title = fields.String(metadata=HIDDEN)
    meeting = fields.String(metadata={"label": "Meeting of", "link": "meeting_href"})
    known = fields.DateTime(metadata={"label": "As the books knew it on"})
    superseded = fields.String(metadata=HIDDEN)
    since = fields.String(metadata={"label": "Since the copy you opened"})
    steps = fields.List(fields.String(), metadata=HIDDEN)
    sections = fields.List(fields.Nested(SectionRow), metadata=HIDDEN)
    earlier = fields.List(fields.Dict(), metadata=HIDDEN)
    own = fields.Nested(CopyRow, metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    meeting_href = fields.Function(lambda line: url_for("meetings.meeting", word=line["meeting_ref"]), metadata=HIDDEN)


class StepRow(Row):
    """Something to be done to the pages of an earlier edition."""

    sentence = fields.String(metadata={"label": "What to do with its pages"})


class HadRow(Row):
    """Somebody who was handed a copy, or opened it."""

    who = fields.String()
    copy = fields.String(metadata={"label": "Which copy"})
    by = fields.String(metadata={"label": "Printed by"})
    at = fields.DateTime(metadata={"label": "When"})


class RecipientRow(Row):
    """Somebody to whom it went out."""

    name = fields.String()
    sent = fields.Date()
    letter = fields.String(metadata={"label": "Letter", "tag": True})


class ToBeSentRow(Row):
    name = fields.String(metadata={"label": "Goes out to"})
    how = fields.String()


class CirculateForm(Form):
    """Asks nothing more."""


class SentPage(Row):
    """What whoever comes by the link in a letter is told, before she opens her copy."""

    title = fields.String(metadata=HIDDEN)
    name = fields.String(metadata={"label": "Copy of"})
    issued = fields.DateTime()
    pages = fields.Integer()
    why = fields.String(metadata={"label": "Why it was issued"})
    superseded = fields.String(metadata={"label": "Standing"})
    href = fields.String(metadata=HIDDEN)
