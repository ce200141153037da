"""What is told of a round, of those it asks, and to each of them of herself."""

from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row, in_the_sources_words

HIDDEN = {"hidden": True}


class RoundRow(Row):
    title = fields.String(metadata={"label": "Round", "link": "href"})
    kind = fields.String()
    opens = fields.Date(metadata={"label": "Opened"})
    due = fields.Date(metadata={"label": "Answers due by"})
    closed = fields.Date(metadata={"label": "Over since"})
    state = fields.String(metadata={"tag": True})
    asked = fields.Integer()
    answered = fields.Integer()
    outstanding = fields.Integer(metadata={"label": "Not answered"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("rounds.round", word=line["ref"]), metadata=HIDDEN)


class AnswerRow(Row):
    """How one person asked stands."""

    person = fields.String(metadata={"label": "Name", "link": "href"})
    state = fields.String(metadata={"label": "How they stand", "tag": True})
    answered = fields.Date()
    late = fields.String(metadata={"label": "Lateness"})
    how = fields.String(metadata={"label": "How answered"})
    reminded = fields.String(metadata={"label": "Last letter"})
    why = fields.String(metadata={"label": "Why asked"})
    person_ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("interests.person", word=line["person_ref"]), metadata=HIDDEN)


class RoundOfPersonRow(Row):
    """A round on the page of somebody whom it asked."""

    title = fields.String(metadata={"label": "Round", "link": "href"})
    opens = fields.Date(metadata={"label": "Opened"})
    state = fields.String(metadata={"label": "How they stand", "tag": True})
    answered = fields.Date()
    late = fields.String(metadata={"label": "Lateness"})
    href = fields.Function(lambda line: url_for("rounds.round", word=line["ref"]), metadata=HIDDEN)


class OutstandingRow(AnswerRow):
    class Meta(AnswerRow.Meta):
        exclude = ("answered", "late", "how")


class AnsweredRow(AnswerRow):
    class Meta(AnswerRow.Meta):
        exclude = ("why",)


class RoundPage(RoundRow):
    title = fields.String(metadata=HIDDEN)
    nothing = fields.Integer(metadata=HIDDEN)
    confirmed = fields.Integer(metadata=HIDDEN)
    declared = fields.Integer(metadata=HIDDEN)
    people = fields.Nested(AnswerRow, many=True, metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)

    def tables(self, fact: dict[str, Any]) -> list[tuple[str, str, Row, list[dict[str, Any]]]]:
        """Who has not answered and who has, for a page to draw: title, name, row and lines."""
        waiting = [line for line in fact["people"] if line["answered"] is None]
        answered = [line for line in fact["people"] if line["answered"] is not None]
        return [
            ("Who has not answered", "outstanding", OutstandingRow(), waiting),
            ("Who has answered", "answered", AnsweredRow(), answered),
        ]


class OwnInterestRow(Row):
    """An interest, to the person whose it is."""

    organisation = fields.String()
    description = fields.String()
    kind = fields.String()
    since = fields.Date()
    dates = in_the_sources_words("since")
    relation = fields.String(metadata=HIDDEN)
    last_day = fields.Date()
    declared_on = fields.Date()
    marks = fields.List(fields.String())


class OwnPage(Row):
    """What whoever comes by a link is told: of herself alone."""

    title = fields.String(metadata=HIDDEN)
    person = fields.String(metadata={"label": "Name"})
    round = fields.String()
    due = fields.Date(metadata={"label": "To be answered by"})
    word = fields.String(metadata={"label": "Last word"})
    stands = fields.String(metadata={"label": "In this round"})
    again = fields.Date(metadata={"label": "Next due by"})
    last_day = fields.Date(metadata={"label": "Last day of this link"})
    nothing = fields.Boolean(metadata=HIDDEN)
    interests = fields.Nested(OwnInterestRow, many=True, metadata=HIDDEN)
    private = fields.List(fields.Date(), metadata=HIDDEN)
    places = fields.List(fields.String(), metadata=HIDDEN)


class ToWriteRow(Row):
    name = fields.String()
    address = fields.String(metadata={"label": "E-mail address"})
    subject = fields.String()


class LeftOutRow(Row):
    name = fields.String()
    why = fields.String(metadata={"label": "Why there is no letter"})


class LetterRow(Row):
    text = fields.String(metadata={"label": "The letter"})
