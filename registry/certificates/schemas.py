from marshmallow import fields
from marshmallow.validate import OneOf

from registry.certificates.models import ALTERED, DAMAGED, LOST
from registry.forms import Form, Pence, Row, in_the_sources_words
from registry.members.schemas import SOME_SHARES, leading_to

RETURNED = {"label": "Date the old one came back"}


class IssueForm(Form):
    on = fields.Date(required=True, metadata={"label": "Date of issue"})


class IssueAllForm(IssueForm):
    """The same for every account."""


class ReplaceForm(Form):
    why = fields.String(
        required=True,
        validate=OneOf(
            (LOST, DAMAGED, ALTERED),
            ("Lost, stolen or destroyed", "Damaged or defaced", "A holder's name has changed"),
            error="Say why it is replaced.",
        ),
        metadata={"label": "Why it is replaced"},
    )
    on = fields.Date(required=True, metadata={"label": "Date of issue of the new one"})
    grounds = fields.String(
        load_default="",
        metadata={
            "kind": "long",
            "label": "Evidence, or indemnity",
            "hint": "For one that is lost: what the board accepted.",
        },
    )
    returned = fields.Date(load_default=None, metadata=RETURNED | {"hint": "For one that is damaged or altered."})


class SplitForm(Form):
    shares = fields.Integer(required=True, validate=SOME_SHARES, metadata={"label": "Shares on the first of the two"})
    returned = fields.Date(required=True, metadata=RETURNED)
    on = fields.Date(required=True, metadata={"label": "Date of issue of the new ones"})


class NoteFoundForm(Form):
    on = fields.Date(required=True, metadata={"label": "Date it was found and came back"})


class NoteReturnedForm(Form):
    on = fields.Date(required=True, metadata={"label": "Date it came back"})


class CertificateRow(Row):
    number = fields.String(metadata={"link": "href"})
    names = fields.String(metadata={"label": "Holder"})
    folio = fields.Integer()
    share_class = fields.String(metadata={"label": "Class"})
    shares = fields.Integer()
    numbers = fields.String(metadata={"label": "Numbered"})
    issued = fields.Date()
    dates = in_the_sources_words("issued")
    standing = fields.String(metadata={"tag": True})
    cancelled = fields.Date(metadata={"label": "Void since"})
    why = fields.String(metadata={"label": "Because"})
    ref = fields.String(metadata={"hidden": True})
    href = leading_to("certificates.certificate")


class OfMemberRow(CertificateRow):
    class Meta:
        fields = (
            "number", "share_class", "shares", "numbers", "issued", "dates", "standing", "cancelled", "why",
            "ref", "href",
        )  # fmt: skip


class WantingRow(Row):
    name = fields.String(metadata={"label": "Member", "link": "href"})
    folio = fields.Integer()
    share_class = fields.String(metadata={"label": "Class"})
    shares = fields.Integer(metadata={"label": "Shares without certificate"})
    untrue = fields.String(metadata={"label": "Certificates no longer true"})
    due = fields.Date(metadata={"label": "By"})
    reckoned = fields.String(metadata={"label": "How reckoned"})
    authority = fields.String()
    href = leading_to("certificates.issue", "member")


class CertificatePage(CertificateRow):
    title = fields.Function(lambda line: f"Certificate {line['number']}", metadata={"hidden": True})
    number = fields.String(metadata={"hidden": True})
    names = fields.String(metadata={"label": "Holder", "link": "member_href"})
    nominal = Pence(metadata={"label": "Nominal value of each"})
    in_words = fields.String(metadata={"hidden": True})
    grounds = fields.String(metadata={"label": "On the evidence of"})
    returned = fields.Date(metadata={"label": "Came back"})
    found = fields.Date(metadata={"label": "Found again"})
    replaces = fields.String(metadata={"label": "In place of certificate", "link": "replaces_href"})
    rev = fields.Integer(metadata={"hidden": True})
    member_href = leading_to("members.member", "member")
    replaces_href = leading_to("certificates.certificate", "replaces_ref")
