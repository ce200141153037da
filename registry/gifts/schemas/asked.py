"""What is asked of those who were offered something, and of the office."""

from typing import Any

from marshmallow import fields, post_load
from marshmallow.validate import OneOf

from registry.forms import Form, Of, Pence
from registry.gifts.models import KINDS, OUTCOMES
from registry.gifts.sentences import KINDS_EXPLAINED, OUTCOMES_EXPLAINED
from registry.interests.schemas.asked import asked_here
from registry.interests.schemas.interest import PUBLISHED
from registry.interests.schemas.organisation import OfOrganisation, OrganisationName, with_its_name
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.practices.models import Practice

WHOM = "Who offered it"
SUPPLIES = ["Yes, or would like to", "No"]


class GiftForm(Form):
    """What is asked of something offered, new or changed."""

    kind = fields.String(
        required=True, validate=OneOf(KINDS, KINDS_EXPLAINED.values()), metadata={"label": "What it was"}
    )
    organisation_ref = OfOrganisation(Practice, load_default=None, metadata={"off_page": True})
    organisation = OrganisationName(label=WHOM, hint="Of a patient, write only: a patient.")
    supplier = fields.Boolean(
        required=True,
        validate=OneOf([True, False], SUPPLIES),
        metadata={"label": "Do they supply us or our practices", "kind": "choice"},
    )
    description = fields.String(required=True, metadata={"label": "In a few words", "hint": "Such as: a hamper."})
    value = Pence(required=True, metadata={"label": "What it is worth"})
    estimated = fields.Boolean(load_default=False, metadata={"label": "That is an estimate"})
    offered_on = fields.Date(required=True, metadata={"label": "Offered on"})
    outcome = fields.String(
        required=True, validate=OneOf(OUTCOMES, OUTCOMES_EXPLAINED.values()), metadata={"label": "What became of it"}
    )
    why = fields.String(load_default="", metadata={"label": "Why", "kind": "long"})
    public = fields.Boolean(
        required=True,
        validate=OneOf([True, False], PUBLISHED),
        metadata={"label": "Publish it", "kind": "choice"},
    )
    private_reason = fields.String(load_default="", metadata={"label": "If it is to be private, why", "kind": "long"})

    @post_load
    def name_the_organisation(self, answers: dict[str, Any], **_: Any) -> dict[str, Any]:
        return with_its_name(answers, WHOM)


class DeclareForm(GiftForm):
    declared_on = fields.Date(
        load_default=None, metadata={"label": "Declared on", "hint": "Leave this empty for today."}
    )

    def questions(self) -> list[dict[str, Any]]:
        return asked_here(super().questions(), "declared_on", "gifts.declare")


class ChangeForm(GiftForm):
    reason = fields.String(
        load_default="", metadata={"label": "What has changed", "hint": "Or what was wrong, if it was put wrongly."}
    )


class ApproveForm(Form):
    approver = Of(Person, required=True, shows=name_today, among=people, metadata={"label": "Who approved it"})
    approved_on = fields.Date(required=True, metadata={"label": "Approved on"})


class AdoptPolicyForm(Form):
    since = fields.Date(required=True, metadata={"label": "In force from"})
    from_supplier = Pence(
        required=True, metadata={"label": "From a supplier, at most", "hint": "What a small item may be worth."}
    )
    from_others = Pence(
        required=True, metadata={"label": "From anybody else, at most", "hint": "At once, or added up over a year."}
    )
    declared_from = Pence(required=True, metadata={"label": "Hospitality is declared from"})
    approved_above = Pence(required=True, metadata={"label": "Hospitality needs approval above"})
    resolution = fields.String(
        required=True, metadata={"label": "What adopted it", "hint": "Such as: board decision 2020/4."}
    )


class CorrectPolicyForm(AdoptPolicyForm):
    reason = fields.String(required=True, metadata={"label": "What was wrong"})
