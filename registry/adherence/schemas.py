from flask import url_for
from marshmallow import fields

from registry.files import KeptPaper
from registry.forms import Form, Row
from registry.members.schemas import leading_to

SIGNED = {"label": "Date signed"}


class RecordForm(Form):
    signed = fields.Date(required=True, metadata=SIGNED)
    deed = KeptPaper(load_default=None, metadata={"label": "The signed deed", "hint": "A PDF."})


class CorrectForm(Form):
    signed = fields.Date(required=True, metadata=SIGNED)
    paper = KeptPaper(load_default=None, metadata={"label": "The signed deed", "hint": "A PDF, if it is another."})
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})


class DeedRow(Row):
    name = fields.String(metadata={"label": "Member", "link": "href"})
    folio = fields.Integer()
    entered = fields.Date(metadata={"label": "Date entered"})
    signed = fields.Date(metadata={"label": "Deed signed"})
    evidence = fields.String(metadata={"label": "On file", "link": "evidence_href"})
    ref = fields.String(metadata={"hidden": True})
    href = leading_to("members.member", "member")
    evidence_href = fields.Function(
        lambda line: url_for("adherence.evidence", word=line["ref"]) if line["evidence"] else None,
        metadata={"hidden": True},
    )


class DeedOfItRow(DeedRow):
    class Meta:
        fields = ("signed", "evidence", "ref", "evidence_href", "deed_href")

    signed = fields.Date(metadata={"label": "Deed signed", "link": "deed_href"})
    deed_href = leading_to("adherence.deed")


class DeedPage(DeedRow):
    title = fields.Function(lambda line: f"Deed of adherence of {line['name']}", metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
