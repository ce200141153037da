from typing import Any

from flask import url_for
from marshmallow import fields

from registry.files import KeptPaper
from registry.forms import Form, Row

EVIDENCE = {"label": "Evidence", "hint": "A PDF: the form as sent, or what the registrar sent back."}
MADE_UP_TO = {"label": "Made up to", "hint": "For a confirmation statement: the day up to which it is made."}


def leading_to(line: dict[str, Any]) -> str:
    """The page that tells of what is to be filed."""
    return url_for(line["opens"], word=line["word"]) if line["word"] else url_for(line["opens"])


class RecordForm(Form):
    form = fields.String(required=True, metadata={"hint": "The registrar's name for it, such as SH01.", "width": 10})
    about = fields.String(load_default=None, metadata={"kind": "hidden"})
    sentence = fields.String(load_default="", metadata={"label": "What it is for"})
    sent = fields.Date(required=True, metadata={"label": "Date sent"})
    sent_by = fields.String(
        required=True, metadata={"label": "Sent by", "hint": "Whoever sent it, such as the accountants."}
    )
    made_up_to = fields.Date(load_default=None, metadata=MADE_UP_TO)
    reference = fields.String(load_default="", metadata={"label": "Reference given back", "width": 20})
    evidence = KeptPaper(load_default=None, metadata=EVIDENCE)


class AcknowledgeForm(Form):
    reference = fields.String(required=True, metadata={"label": "Reference given back", "width": 20})
    evidence = KeptPaper(load_default=None, metadata=EVIDENCE)


class CorrectForm(Form):
    sent = fields.Date(required=True, metadata={"label": "Date sent"})
    sent_by = fields.String(required=True, metadata={"label": "Sent by"})
    made_up_to = fields.Date(load_default=None, metadata=MADE_UP_TO)
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})


class FilingRow(Row):
    sentence = fields.String(metadata={"label": "What for", "link": "href"})
    form = fields.String()
    due = fields.Date(metadata={"label": "Due"})
    sent = fields.Date()
    standing = fields.String(metadata={"label": "In time?"})
    reference = fields.String(metadata={"label": "Reference given back"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("filings.filing", word=line["ref"]), metadata={"hidden": True})


class FilingPage(FilingRow):
    title = fields.String(metadata={"hidden": True})
    sentence = fields.String(metadata={"label": "What for"})
    sent_by = fields.String()
    made_up_to = fields.Date()
    evidence = fields.String(metadata={"link": "evidence_href"})
    rev = fields.Integer(metadata={"hidden": True})
    evidence_href = fields.Function(
        lambda line: url_for("filings.evidence", word=line["ref"]) if line["evidence"] else None,
        metadata={"hidden": True},
    )


class OutstandingRow(Row):
    sentence = fields.String(metadata={"label": "What is to be filed", "link": "href"})
    form = fields.String()
    due = fields.Date(metadata={"label": "By"})
    reckoned = fields.String(metadata={"label": "How reckoned"})
    late = fields.Integer(metadata={"label": "Days late"})
    authority = fields.String()
    about = fields.String(metadata={"hidden": True})
    href = fields.Function(leading_to, metadata={"hidden": True})
