"""What is told of an agenda that goes out, and of notice."""

from flask import url_for
from marshmallow import fields

from registry.forms import Row
from registry.ledger.canonical import write_instant
from registry.meetings.schemas.told import ItemRow


class VersionRow(Row):
    """A version of an agenda, which leads to it as it was published."""

    version = fields.String(metadata={"link": "href"})
    published = fields.Date()
    edition = fields.String(metadata={"label": "As a"})
    changes = fields.List(fields.String(), metadata={"label": "What it changed"})
    href = fields.Function(
        lambda line: (
            line["known"] and url_for("meetings.meeting", word=line["meeting_ref"], known=write_instant(line["known"]))
        ),
        metadata={"hidden": True},
    )


class ChangeRow(Row):
    sentence = fields.String(metadata={"label": "What has changed"})
    major = fields.Boolean(metadata={"label": "Asks for a new version"})


class SentenceRow(Row):
    sentence = fields.String(metadata={"label": "What it asks"})


class CheckRow(Row):
    weight = fields.String(metadata={"label": "It is", "tag": True})
    sentence = fields.String(metadata={"label": "What was looked at"})
    authority = fields.String(metadata={"label": "Under"})


class ServedRow(Row):
    """Notice to somebody: when it was sent, and when it is taken as given."""

    name = fields.String(metadata={"label": "To", "link": "href"})
    capacity = fields.String(metadata={"label": "As"})
    how = fields.String()
    sent = fields.Date()
    given = fields.Date(metadata={"label": "Taken as given"})
    told_of = fields.Date(metadata={"label": "Told of a meeting on"})
    agenda = fields.String(metadata={"label": "With agenda"})
    why = fields.String(metadata={"label": "Note"})
    href = fields.Function(lambda line: url_for("people.person", word=line["person"]), metadata={"hidden": True})


class NoticePage(Row):
    """Notice of a meeting, as it goes out."""

    title = fields.String(metadata={"hidden": True})
    body = fields.String(metadata={"label": "Meeting of"})
    on = fields.Date(metadata={"label": "Day"})
    begins = fields.String(metadata={"label": "Begins at"})
    place = fields.String()
    joining = fields.String(metadata={"label": "From elsewhere"})
    business = fields.List(fields.Nested(ItemRow), metadata={"hidden": True})
    general = fields.Boolean(metadata={"hidden": True})
    adjourned_from = fields.Date(metadata={"hidden": True})
    sent = fields.Date(metadata={"hidden": True})
    version = fields.String(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
