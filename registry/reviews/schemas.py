"""What this room asks, and what it tells."""

from typing import Any

from flask import current_app, url_for
from marshmallow import ValidationError, fields, validates_schema
from marshmallow.validate import OneOf

from registry.forms import Form, Of, Row
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.reviews.models import OUTCOMES, PUBLISHED

HIDDEN = {"hidden": True}
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


def page_of(line: dict[str, Any]) -> str:
    return url_for("reviews.interest", word=line["ref"])


class PieceRow(Row):
    what = fields.String()
    text = fields.String()


class ChangeRow(Row):
    label = fields.String()
    pieces = fields.List(fields.Nested(PieceRow))


class WaitingRow(Row):
    """An interest that waits for a reviewer."""

    person = fields.String(metadata={"label": "Name", "link": "href"})
    organisation = fields.String(metadata={"label": "With whom"})
    description = fields.String(metadata={"label": "Interest"})
    kind = fields.String(metadata={"label": "Type"})
    status = fields.String()
    marks = fields.List(fields.String(), metadata={"label": "Notes"})
    changed = fields.Function(lambda line: [each.in_words for each in line["changes"]], metadata={"label": "Changed"})
    waiting_since = fields.Date()
    bodies = fields.List(fields.String(), metadata={"label": "Sits on"})
    meeting = fields.String(metadata={"label": "Next meeting", "link": "meeting_href"})
    ref = fields.String(metadata=HIDDEN)
    changes = fields.List(fields.Nested(ChangeRow), metadata=HIDDEN)
    href = fields.Function(page_of, metadata=HIDDEN)
    meeting_href = fields.Function(
        lambda line: line["meeting_ref"] and url_for("meetings.meeting", word=line["meeting_ref"]), metadata=HIDDEN
    )


class UnderReviewPage(WaitingRow):
    """An interest as a reviewer sees it, whether it waits or not."""

    class Meta(WaitingRow.Meta):
        exclude = ("changed",)

    title = fields.String(metadata=HIDDEN)
    person = fields.String(metadata={"label": "Name", "link": "interest_href"})
    since = fields.Date(metadata={"label": "Arose"})
    declared_on = fields.Date(metadata={"label": "Declared"})
    last_day = fields.Date(metadata={"label": "Last day"})
    public = fields.Boolean(metadata={"label": "Published"})
    private_reason = fields.String(metadata={"label": "Reason given for keeping it private"})
    interest_href = fields.Function(lambda line: url_for("interests.interest", word=line["ref"]), metadata=HIDDEN)


class ReviewRow(Row):
    """A review that was made."""

    on = fields.Date(metadata={"label": "Reviewed"})
    person = fields.String(metadata={"label": "Name", "link": "href"})
    organisation = fields.String(metadata={"label": "With whom"})
    mitigation = fields.String(metadata={"label": "How it is handled"})
    publication = fields.String(metadata={"label": "Public register"})
    withheld_because = fields.String(metadata={"label": "Why withheld"})
    approved_by = fields.String(metadata={"label": "Approved by"})
    href = fields.Function(page_of, metadata=HIDDEN)


class ReviewOfOneRow(ReviewRow):
    """The same, where it is plain of which interest."""

    class Meta(ReviewRow.Meta):
        exclude = ("person", "organisation", "href")


class MitigationRow(Row):
    on = fields.Date(metadata={"label": "Reviewed"})
    mitigation = fields.String(metadata={"label": "How it is handled"})


class QuestionRow(Row):
    text = fields.String(metadata={"label": "Question", "link": "href"})
    asked = fields.Date()
    interest = fields.String(metadata={"label": "About", "link": "interest_href"})
    answer = fields.String()
    answered = fields.Date()
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("reviews.question", word=line["ref"]), metadata=HIDDEN)
    interest_href = fields.Function(
        lambda line: url_for("interests.interest", word=line["interest_ref"]), metadata=HIDDEN
    )


class QuestionOfOneRow(QuestionRow):
    """A question where it is plain about which interest."""

    class Meta(QuestionRow.Meta):
        exclude = ("interest", "interest_href")


class QuestionPage(QuestionRow):
    class Meta(QuestionRow.Meta):
        exclude = ("href",)

    title = fields.String(metadata=HIDDEN)
    text = fields.String(metadata={"label": "Question"})


class NoteRow(Row):
    on = fields.Date(metadata={"label": "Noted"})
    text = fields.String(metadata={"label": "Note"})
