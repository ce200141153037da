from flask import url_for
from marshmallow import fields

from registry.decisions.schemas import DecisionPage
from registry.forms import Row
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
