"""What a reviewer is asked, and whoever a reviewer asks."""

from typing import Any

from flask import current_app
from marshmallow import ValidationError, fields, validates_schema
from marshmallow.validate import OneOf

from registry.forms import Form, Of
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.reviews.models import OUTCOMES, PUBLISHED

PUBLICATION = ["It is published", "It is withheld from the public register"]
ONLY_IF_WITHHELD = "Leave this empty unless the interest is withheld."


def are_offered(measures: list[str]) -> None:
    if not set(measures) <= set(current_app.config["MITIGATIONS"]):
        raise ValidationError("Choose from those offered, or say it in your own words below.")


class ReviewForm(Form):
    on = fields.Date(required=True, metadata={"label": "Reviewed on"})
    measures = fields.List(
        fields.String(), load_default=(), validate=are_offered, metadata={"label": "How it is handled at meetings"}
    )
    mitigation = fields.String(
        load_default="",
        metadata={"kind": "long", "label": "In your own words", "hint": "The register says this beside the interest."},
    )
    publication = fields.String(
        required=True,
        validate=OneOf(OUTCOMES, PUBLICATION),
        metadata={"label": "The public register", "kind": "choice"},
    )
    withheld_because = fields.String(load_default="", metadata={"kind": "long", "label": "If it is withheld, why"})
    approved_by = Of(
        Person,
        load_default=None,
        shows=name_today,
        among=people,
        metadata={"label": "Who approved that it is withheld"},
    )

    def questions(self) -> list[dict[str, Any]]:
        """The measures offered are a setting, and so are known only once the house stands."""
        offered = [{"value": measure, "text": measure} for measure in current_app.config["MITIGATIONS"]]
        return [each | ({"options": offered} if each["name"] == "measures" else {}) for each in super().questions()]

    @validates_schema
    def reasons_are_for_withholding(self, answers: dict[str, Any], **_: Any) -> None:
        given = [name for name in ("withheld_because", "approved_by") if answers.get(name)]
        if answers["publication"] == PUBLISHED and given:
            raise ValidationError({name: [ONLY_IF_WITHHELD] for name in given})


class AskForm(Form):
    text = fields.String(
        required=True,
        metadata={"kind": "long", "label": "Your question", "hint": "It is shown on that person’s own declarations."},
    )


class AnswerForm(Form):
    answer = fields.String(
        required=True,
        metadata={
            "kind": "long",
            "label": "Your answer",
            "hint": "If what you declared was wrong, or has changed, change it there too.",
        },
    )


class NoteForm(Form):
    text = fields.String(
        required=True, metadata={"kind": "long", "label": "Note", "hint": "Only the office and the auditor read it."}
    )
