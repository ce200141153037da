"""What the desk at which terms are written asks, and what it tells."""

from typing import Any

from flask import url_for
from marshmallow import ValidationError, fields
from marshmallow.validate import OneOf

from registry.answers import LONGEST_TEXT
from registry.drafts.places import is_asked
from registry.forms import Form, Of, Row
from registry.structure.models import Body
from registry.terms.models import KINDS, Terms
from registry.terms.schemas import WordsForm

BASE = "base"
NOT_ASKED = "This form does not ask for that."
TOO_LONG = f"Write at most {LONGEST_TEXT} letters here."
MOST_BOXES = 2_000


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
    """Asks what terms say; what is answered is kept as it stands in the boxes, and judged when it is circulated."""

    class Meta(WordsForm.Meta):
        fields = (BASE, "title", "version", "sections", "table", "provisions", "review_due", "owner")

    base = fields.Integer(metadata={"kind": "hidden"})

    def load(self, data: Any, **_: Any) -> dict[str, Any]:
        """Raises ValidationError for what is no box of the page, or holds more than one may."""
        sent = data if isinstance(data, dict) else {}
        boxes = {str(name): value for name, value in sent.items() if name != BASE}
        wrong = {name: [said] for name, value in boxes.items() if (said := _wrong(name, value))}
        if len(boxes) > MOST_BOXES:
            wrong["_schema"] = [f"Send at most {MOST_BOXES} answers at once."]
        if not str(sent.get(BASE, "")).isdecimal():
            wrong[BASE] = ["Say which rev of the draft you have seen."]
        if wrong:
            raise ValidationError(wrong)
        return {BASE: int(sent[BASE]), "boxes": {name: _tidy(text) for name, text in boxes.items()}}


def _wrong(name: str, value: Any) -> str:
    if not is_asked(name) or not isinstance(value, str):
        return NOT_ASKED
    return TOO_LONG if len(value) > LONGEST_TEXT else ""


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\x00", "").strip()


class SettleForm(Form):
    wording = fields.String(required=True, metadata={"kind": "hidden"})
    take = fields.Boolean(
        required=True,
        validate=OneOf([True, False], ["Take the other wording", "Leave the one that stands"]),
        metadata={"label": "Which wording is it to be?", "kind": "choice"},
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
