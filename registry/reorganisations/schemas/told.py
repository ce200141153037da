"""What the pages of this room tell."""

from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row
from registry.structure.models import GROUPINGS
from registry.structure.schemas import in_words

PAGES = {
    "practice": "practices.practice",
    "body": "structure.body",
    "belonging": "structure.belonging",
    "scheme": "structure.scheme",
}


class ReorganisationRow(Row):
    on = fields.Date(metadata={"label": "From"})
    kind = fields.Function(lambda line: line["kind"].capitalize())
    sentence = fields.String(metadata={"label": "What happened", "link": "href"})
    dates = fields.String(metadata={"label": "In the source’s words"})
    inferred = fields.String(metadata={"label": "Standing", "tag": True})
    state = fields.String(metadata={"tag": True})
    source = fields.String()
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(
        lambda line: url_for("reorganisations.reorganisation", word=line["ref"]), metadata={"hidden": True}
    )


class StepRow(Row):
    of = fields.String(metadata={"label": "Register entry", "link": "href"})
    what = fields.String(metadata={"label": "What was done"})
    href = fields.Function(lambda line: url_for(PAGES[line["kind"]], word=line["ref"]), metadata={"hidden": True})


def _body(which: str) -> fields.Function:
    return fields.Function(
        lambda line: line[f"{which}_ref"] and url_for("structure.body", word=line[f"{which}_ref"]),
        metadata={"hidden": True},
    )


class SuccessionRow(Row):
    before = fields.String(metadata={"label": "Was in", "link": "before_href"})
    after = fields.String(metadata={"label": "Came into", "link": "after_href"})
    practices = fields.Integer()
    before_href, after_href = _body("before"), _body("after")


class ReorganisationPage(ReorganisationRow):
    class Meta:
        fields = (
            "title", "sentence", "kind", "on", "agreed", "dates", "source", "inferred", "note", "decision", "state",
            "undone", "undone_why", "steps", "successions", "ref", "rev", "href", "decision_href",
        )  # fmt: skip

    title = fields.String(metadata={"hidden": True})
    sentence = fields.String(metadata={"label": "What happened"})
    agreed = fields.Date(metadata={"label": "Agreed on"})
    note = fields.String()
    decision = fields.String(metadata={"label": "By the authority of", "link": "decision_href"})
    undone = fields.Date(metadata={"label": "Undone on"})
    undone_why = fields.String(metadata={"label": "Why"})
    steps = fields.Nested(StepRow, many=True, metadata={"hidden": True})
    successions = fields.Nested(SuccessionRow, many=True, metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    decision_href = fields.Function(
        lambda line: line["decision_ref"] and url_for("decisions.decision", word=line["decision_ref"]),
        metadata={"hidden": True},
    )


def register_name(line: dict[str, Any]) -> str:
    return in_words(line["register"]) if line["register"] in GROUPINGS else line["register"]


class ChangeRow(Row):
    """What a register would say otherwise."""

    register = fields.Function(register_name)
    of = fields.String(metadata={"label": "Of"})
    before = fields.String(metadata={"label": "Says now"})
    after = fields.String(metadata={"label": "Would say"})


class BesideRow(Row):
    """What is not moved, and is to be looked at."""

    what = fields.String(metadata={"link": "href"})
    note = fields.String(metadata={"label": "What becomes of it"})
    href = fields.Function(lambda line: url_for(line["page"], word=line["word"]), metadata={"hidden": True})
