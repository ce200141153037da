"""What the desk at which terms are written asks, and what it tells."""

from typing import Any

from flask import url_for
from marshmallow import fields
from marshmallow.validate import OneOf

from registry.drafts.models import CHOICES
from registry.drafts.places import is_asked
from registry.drafts.sent import DESK, WAS, boxes_sent
from registry.forms import Form, Of, Row
from registry.structure.models import Body
from registry.terms.models import KINDS, Terms
from registry.terms.schemas import WordsForm


class BeginForm(Form):
    body = Of(Body, required=True, shows=lambda body: f"{body.name} ({body.kind})")
    kind = fields.String(required=True, validate=OneOf(KINDS, [kind.capitalize() for kind in KINDS]))
    terms = Of(
        Terms,
        load_default=None,
        shows=lambda terms: f"{terms.body.name}: {terms.called}",
        metadata={
            "label": "Begin from the words of",
            "hint": "Left blank, it begins with the ten headings of terms of reference.",
        },
    )


class WriteForm(WordsForm):
    """Asks what terms say; what is answered is kept as it stands in the boxes, and judged when it is circulated.

    With what is written comes what stood in the boxes when they were seen, `was`, and at which `desk` it is written.
    """

    class Meta(WordsForm.Meta):
        fields = (WAS, DESK, "title", "version", "sections", "table", "provisions", "review_due", "owner")

    was = fields.String(metadata={"kind": "hidden"})
    desk = fields.String(metadata={"kind": "hidden"})

    def load(self, data: Any, **_: Any) -> dict[str, Any]:
        """Raises ValidationError for what is no box of the page, or holds more than one may."""
        return boxes_sent(data, is_asked)


class SettleForm(Form):
    wording = fields.String(required=True, metadata={"kind": "hidden"})
    stands = fields.String(load_default="", metadata={"kind": "long", "label": "What stands"})
    choice = fields.String(
        required=True,
        validate=OneOf(CHOICES, ["Take the other wording", "Leave the one that stands", "Make it a line of its own"]),
        metadata={"label": "Which wording is it to be?"},
    )


class CirculateForm(Form):
    circulated = fields.Date(required=True, metadata={"label": "Sent out on"})
    circulated_to = fields.String(
        load_default="", metadata={"label": "To whom", "hint": "Such as the practices of the hub, by e-mail."}
    )
    comments_by = fields.Date(load_default=None, metadata={"label": "Comments by", "hint": "The last day for them."})


class DiscardForm(Form):
    """Asks nothing more."""


def page_of(line: dict[str, Any]) -> str:
    return url_for("drafts.draft", word=line["ref"])


class DraftRow(Row):
    title = fields.String(metadata={"link": "href"})
    body = fields.String(metadata={"link": "body_href"})
    kind = fields.String()
    circulated = fields.String(metadata={"label": "Last sent out as version", "link": "circulated_href"})
    saved = fields.AwareDateTime(metadata={"label": "Last saved"})
    saved_by = fields.String(metadata={"label": "By"})
    to_settle = fields.Integer(metadata={"label": "Wordings to settle"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(page_of, metadata={"hidden": True})
    body_href = fields.Function(
        lambda line: url_for("structure.body", word=line["body_ref"]), metadata={"hidden": True}
    )
    circulated_href = fields.Function(
        lambda line: line["circulated_ref"] and url_for("terms.version", word=line["circulated_ref"]),
        metadata={"hidden": True},
    )


class WordingRow(Row):
    """Two wordings of one box, of which one is to be chosen."""

    place = fields.String(metadata={"label": "Where"})
    here = fields.String(metadata={"label": "What stands"})
    stands = fields.String(metadata={"hidden": True})
    in_line = fields.Boolean(metadata={"hidden": True})
    beside = fields.String(metadata={"label": "Written at the same time"})
    by = fields.String()
    at = fields.AwareDateTime()
    ref = fields.String(metadata={"hidden": True})


class DraftPage(DraftRow):
    title = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    boxes = fields.Dict(metadata={"hidden": True})
    sections = fields.List(fields.Dict(), metadata={"hidden": True})
    table = fields.List(fields.String(), metadata={"hidden": True})
    rules = fields.List(fields.String(), metadata={"hidden": True})
    wordings = fields.Nested(WordingRow, many=True, metadata={"hidden": True})
