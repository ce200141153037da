from flask import url_for
from marshmallow import fields
from marshmallow.validate import OneOf

from registry.comments.models import OUTCOMES
from registry.forms import Form, Of, Row
from registry.people.models import Person
from registry.people.offering import name_today, people


class MakeForm(Form):
    clause = fields.String(
        load_default="",
        metadata={"hint": "Its number, such as 6 or 6.1. Left blank, the comment is on the whole.", "width": 5},
    )
    text = fields.String(required=True, metadata={"kind": "long", "label": "Your comment"})
    person = Of(
        Person,
        load_default=None,
        shows=name_today,
        among=people,
        metadata={"label": "Whose comment", "hint": "Only where the office writes down what another said."},
    )


class AnswerForm(Form):
    outcome = fields.String(
        required=True,
        validate=OneOf(OUTCOMES, [each.capitalize() for each in OUTCOMES]),
        metadata={"label": "What was made of it"},
    )
    answer = fields.String(load_default="", metadata={"kind": "long", "label": "Why"})


class CommentRow(Row):
    clause = fields.String()
    text = fields.String(metadata={"label": "Comment", "link": "href"})
    by = fields.String()
    on = fields.Date(metadata={"label": "Made on"})
    late = fields.String(metadata={"hidden": True})
    outcome = fields.String(metadata={"label": "What was made of it"})
    answer = fields.String(metadata={"label": "Why"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("comments.comment", word=line["ref"]), metadata={"hidden": True})


class RegisterRow(CommentRow):
    class Meta(CommentRow.Meta):
        fields = ("terms", "clause", "text", "by", "on", "late", "outcome", "answer", "ref", "href", "terms_href")

    terms = fields.String(metadata={"label": "On", "link": "terms_href"})
    terms_href = fields.Function(
        lambda line: url_for("terms.version", word=line["terms_ref"]), metadata={"hidden": True}
    )


class CommentPage(Row):
    title = fields.String(metadata={"hidden": True})
    terms = fields.String(metadata={"label": "On", "link": "terms_href"})
    clause = fields.String()
    text = fields.String(metadata={"label": "Comment"})
    by = fields.String()
    written_down_by = fields.String()
    on = fields.Date(metadata={"label": "Made on"})
    late = fields.String()
    outcome = fields.String(metadata={"label": "What was made of it"})
    answer = fields.String(metadata={"label": "Why"})
    answered = fields.Date()
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    terms_href = fields.Function(
        lambda line: url_for("terms.version", word=line["terms_ref"]), metadata={"hidden": True}
    )
