"""What each page asks of an interest, and what is told once it is recorded."""

from typing import Any

from flask import url_for
from marshmallow import ValidationError, fields, validates_schema
from marshmallow.validate import OneOf

from registry.forms import Form, Row
from registry.interests.models import CLOSE, WHOSE
from registry.interests.schemas import DeclareForm, InterestForm
from registry.interests.sentences import WHOSE_EXPLAINED

STATEMENT = "This is right and leaves out nothing that matters. I will tell of any change within 28 days."


class KindForm(InterestForm):
    class Meta(InterestForm.Meta):
        fields = ("kind",)


class PartyForm(InterestForm):
    class Meta(InterestForm.Meta):
        fields = ("organisation", "description", "whose", "relation", "nature")

    whose = fields.String(
        required=True, validate=OneOf(WHOSE, WHOSE_EXPLAINED.values()), metadata={"label": "Who has it"}
    )

    @validates_schema
    def someone_close_is_told_of(self, answers: dict[str, Any], **_: Any) -> None:
        if answers.get("whose") == CLOSE and not answers.get("relation"):
            raise ValidationError({"relation": ["Say what they are to you, such as husband or sister."]})


class DatesForm(DeclareForm):
    class Meta(DeclareForm.Meta):
        fields = ("since", "dates", "until")


class BeganForm(InterestForm):
    """The same of an interest on the register, which has its own page to end it."""

    class Meta(InterestForm.Meta):
        fields = ("since", "dates")


class TouchesForm(InterestForm):
    class Meta(InterestForm.Meta):
        fields = ("touches", "topics", "public", "private_reason")


class ReviseForm(Form):
    reason = fields.String(
        load_default="", metadata={"label": "What has changed", "hint": "Or what was wrong, if it was put wrongly."}
    )


class ConfirmForm(Form):
    agreed = fields.Boolean(load_default=False, metadata={"label": STATEMENT})


class DiscardForm(Form):
    """Asks nothing more."""


class DonePage(Row):
    title = fields.String(metadata={"hidden": True})
    organisation = fields.String(metadata={"label": "With whom"})
    description = fields.String(metadata={"label": "What it is"})
    shown = fields.String(metadata={"label": "Who can see it"})
    marks = fields.List(fields.String(), metadata={"label": "Notes"})
    due = fields.String(metadata={"label": "Next confirmation"})
    copy_href = fields.Function(
        lambda line: url_for("interests.person", word=line["person_ref"], kind="pdf"), metadata={"hidden": True}
    )
    all_href = fields.String(metadata={"hidden": True})
