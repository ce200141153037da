"""What the register tells."""

from flask import url_for
from marshmallow import fields

from registry.forms import Pence, Row

HIDDEN = {"hidden": True}


class OwnGiftRow(Row):
    """Something offered, where it is plain to whom."""

    what = fields.Function(lambda line: f"{line['kind']}: {line['description']}", metadata={"link": "href"})
    kind, description = fields.String(metadata=HIDDEN), fields.String(metadata=HIDDEN)
    organisation = fields.String(metadata={"label": "Offered by"})
    value = Pence(metadata={"label": "Worth"})
    offered_on = fields.Date(metadata={"label": "Offered"})
    declared_on = fields.Date(metadata={"label": "Declared"})
    outcome = fields.String()
    marks = fields.List(fields.String(), metadata={"label": "Notes"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("gifts.gift", word=line["ref"]), metadata=HIDDEN)


class GiftRow(OwnGiftRow):
    """A line of the public register."""

    class Meta(OwnGiftRow.Meta):
        fields: tuple[str, ...] = (
            "person", "what", "organisation", "value", "offered_on", "declared_on", "outcome", "marks",
            "kind", "description", "ref", "href", "person_href",
        )  # fmt: skip

    person = fields.String(metadata={"label": "Name", "link": "person_href"})
    person_href = fields.Function(lambda line: url_for("gifts.person", word=line["person_ref"]), metadata=HIDDEN)


class PrivateGiftRow(GiftRow):
    """A line of the private register."""

    class Meta(GiftRow.Meta):
        fields = (
            "person", "what", "organisation", "value", "offered_on", "says", "marks", "private_reason",
            "kind", "description", "declared_on", "outcome", "public", "ref", "href", "person_href",
        )  # fmt: skip

    outcome = fields.String(metadata=HIDDEN)
    declared_on, public = fields.Date(metadata=HIDDEN), fields.Boolean(metadata=HIDDEN)
    says = fields.String(metadata={"label": "What the policy says"})
    private_reason = fields.String(metadata={"label": "Why it is private"})


class GiftPage(GiftRow):
    class Meta(GiftRow.Meta):
        fields = (
            "title", "person", "kind", "description", "organisation", "supplier", "value", "offered_on", "declared_on",
            "outcome", "why", "approved", "says", "authority", "marks", "public", "private_reason", "ref", "rev",
            "person_href",
        )  # fmt: skip

    title = fields.Function(lambda line: line["description"], metadata=HIDDEN)
    kind = fields.String()
    description = fields.String(metadata={"label": "What"})
    supplier = fields.Boolean(metadata={"label": "A supplier"})
    why = fields.String()
    says = fields.String(metadata={"label": "What the policy says"})
    approved = fields.String(metadata={"label": "Approved by"})
    authority = fields.String(metadata={"label": "By which policy"})
    public = fields.Boolean(metadata={"label": "Published"})
    private_reason = fields.String(metadata={"label": "Why it is private"})
    rev = fields.Integer(metadata=HIDDEN)


class ForetoldRow(Row):
    """What the policy says of something before it is entered."""

    says = fields.String(metadata={"label": "The sum"})
    marks = fields.List(fields.String(), metadata={"label": "It will be marked"})
    authority = fields.String(metadata={"label": "By which policy"})


class PolicyRow(Row):
    since = fields.Date(metadata={"label": "From", "link": "href"})
    from_supplier = Pence(metadata={"label": "From a supplier, at most"})
    from_others = Pence(metadata={"label": "From others in a year, at most"})
    declared_from = Pence(metadata={"label": "Hospitality declared from"})
    approved_above = Pence(metadata={"label": "Approved above"})
    resolution = fields.String(metadata={"label": "Adopted by"})
    state = fields.String(metadata={"tag": True})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("gifts.policy", word=line["ref"]), metadata=HIDDEN)


class PolicyPage(PolicyRow):
    class Meta(PolicyRow.Meta):
        exclude = ("state", "href")

    title = fields.String(metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    since = fields.Date(metadata={"label": "From"})
