"""What this room asks, and what it tells."""

from flask import url_for
from marshmallow import fields

from registry.forms import Form, Row

HIDDEN = {"hidden": True}


class SendForm(Form):
    """Asks nothing more."""


class NoteSentForm(Form):
    """Asks nothing more."""


class SendAgainForm(Form):
    """Asks nothing more."""


class LetterRow(Row):
    name = fields.String(metadata={"label": "To", "link": "href"})
    subject = fields.String()
    written = fields.DateTime()
    state = fields.String(metadata={"tag": True})
    sent = fields.DateTime()
    failure = fields.String(metadata={"label": "What went wrong"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("outbox.letter", word=line["ref"]), metadata=HIDDEN)


class LetterPage(LetterRow):
    title = fields.String(metadata=HIDDEN)
    name = fields.String(metadata={"label": "To", "link": "person_href"})
    address = fields.String(metadata={"label": "E-mail address"})
    tries = fields.Integer(metadata={"label": "How often tried"})
    body = fields.String(metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    person_href = fields.Function(lambda line: url_for("people.person", word=line["person_ref"]), metadata=HIDDEN)
