"""What the desk at which terms are written asks, and what it tells."""

import json
from typing import Any

from flask import url_for
from marshmallow import ValidationError, fields
from marshmallow.validate import OneOf

from registry.answers import LONGEST_TEXT, trimmed
from registry.drafts.models import CHOICES
from registry.drafts.places import is_asked
from registry.forms import Form, Of, Row
from registry.structure.models import Body
from registry.terms.models import KINDS, Terms
from registry.terms.schemas import WordsForm

WAS, DESK = "was", "desk"
NOT_ASKED = "This form does not ask for that."
TOO_LONG = f"Write at most {LONGEST_TEXT} letters here."
NO_WAS = "Say what stood in each box that you change when you saw it."
MOST_BOXES, LONGEST_DESK = 2_000, 40


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
        sent = data if isinstance(data, dict) else {}
        boxes = {str(name): value for name, value in sent.items() if name not in (WAS, DESK)}
        wrong = {name: [said] for name, value in boxes.items() if (said := _wrong(name, value))}
        was, desk = _seen(sent.get(WAS)), sent.get(DESK, "")
        if was is None:
            wrong[WAS] = [NO_WAS]
        if not isinstance(desk, str) or len(desk) > LONGEST_DESK:
            wrong[DESK] = [f"Write at most {LONGEST_DESK} letters here."]
        if len(boxes) > MOST_BOXES:
            wrong["_schema"] = [f"Send at most {MOST_BOXES} answers at once."]
        if wrong:
            raise ValidationError(wrong)
        return {WAS: was, DESK: desk, "boxes": {name: trimmed(text) for name, text in boxes.items()}}


def _seen(was: Any) -> dict[str, str] | None:
    """What stood in the boxes, as JSON or in it; None if that is not what was sent."""
    try:
        told = json.loads(was) if isinstance(was, str) else was
    except ValueError:
        return None
    if not isinstance(told, dict) or not all(isinstance(text, str) for text in told.values()):
        return None
    return {name: trimmed(text) for name, text in told.items()}


def _wrong(name: str, value: Any) -> str:
    if not is_asked(name) or not isinstance(value, str):
        return NOT_ASKED
    return TOO_LONG if len(value) > LONGEST_TEXT else ""


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
