"""What those who are asked are told, by letter and by link."""

from marshmallow import fields

from registry.conflicts.schemas.told import HIDDEN
from registry.forms import Row


class OwnItemRow(Row):
    """What somebody who comes by a link is asked of an item."""

    number = fields.Integer(metadata={"label": "Item"})
    title = fields.String()
    reasons = fields.List(fields.String(), metadata={"label": "Why we ask"})
    answer = fields.String()
    answered = fields.Boolean(metadata=HIDDEN)


class ToldItemRow(Row):
    """An item of which somebody told, unasked."""

    number = fields.Integer(metadata={"label": "Item"})
    title = fields.String()
    reasons = fields.List(fields.String(), metadata={"label": "What you told us"})


class OwnPage(Row):
    """What whoever comes by a link is told: of herself alone, and of one meeting."""

    title = fields.String(metadata=HIDDEN)
    person = fields.String(metadata={"label": "Name"})
    meeting = fields.String()
    on = fields.Date(metadata={"label": "Day"})
    items = fields.Nested(OwnItemRow, many=True, metadata=HIDDEN)
    told = fields.Nested(ToldItemRow, many=True, metadata=HIDDEN)
    elsewhere = fields.Integer(metadata={"label": "To be answered on signing in"})


class ToWriteRow(Row):
    name = fields.String()
    address = fields.String(metadata={"label": "E-mail address"})


class NoLetterRow(Row):
    name = fields.String()
    why = fields.String(metadata={"label": "Why there is no letter"})


class LetterRow(Row):
    text = fields.String(metadata={"label": "The letter"})
