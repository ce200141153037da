from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Form, Row, Upload
from registry.press.codes import in_groups

HIDDEN = {"hidden": True}


class CompareForm(Form):
    file = Upload(
        required=True,
        metadata={"label": "The PDF", "hint": "It is compared in memory and forgotten: nothing of it is kept."},
    )


class WithdrawForm(Form):
    why = fields.String(
        required=True,
        metadata={"label": "Why it is withdrawn", "hint": "For the office: whoever checks the paper is told the day."},
    )


def spaced(line: dict[str, Any]) -> str:
    return in_groups(line["code"])


class PrintRow(Row):
    """A paper in the log of what was printed."""

    title = fields.String(metadata={"label": "Paper", "link": "href"})
    asked = fields.String(metadata={"label": "Asked for with"})
    on = fields.Date(metadata={"label": "As at"})
    known = fields.DateTime(metadata={"label": "As known on"})
    size = fields.Integer(metadata={"label": "Ledger entry"})
    pages = fields.Integer()
    printed = fields.Date(metadata={"label": "Printed"})
    withdrawn = fields.Date()
    code = fields.Function(spaced, metadata={"label": "Code"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("check.printed", word=line["ref"]), metadata=HIDDEN)


class ShortRow(Row):
    """A paper on the page of the document that it is of."""

    title = fields.String(metadata={"label": "Paper", "link": "href"})
    on = fields.Date(metadata={"label": "As at"})
    printed = fields.Date(metadata={"label": "Printed"})
    withdrawn = fields.Date()
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("check.printed", word=line["ref"]), metadata=HIDDEN)


class PrintPage(PrintRow):
    title = fields.String(metadata=HIDDEN)
    state = fields.String(metadata={"tag": True})
    sentence = fields.String(metadata={"label": "Standing"})
    root = fields.String(metadata={"label": "Root of the ledger then"})
    sha256 = fields.String(metadata={"label": "SHA-256 of its bytes"})
    shows = fields.Integer(metadata={"label": "Documents read for it"})
    signed = fields.String()
    kept = fields.String(metadata={"label": "Its bytes are kept"})
    kept_by = fields.String(metadata={"label": "By what authority"})
    is_kept = fields.Boolean(metadata=HIDDEN)
    withdrawn_why = fields.String(metadata={"label": "Why it was withdrawn"})
    again = fields.Function(lambda line: url_for("check.again", word=line["ref"]), metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)


class StandingPage(Row):
    """What whoever holds a paper is told of it: nothing that it says."""

    title = fields.Constant("Check a printed page", metadata=HIDDEN)
    state = fields.String(metadata={"tag": True})
    sentence = fields.String(metadata={"label": "Standing"})
    paper = fields.String()
    on = fields.Date(metadata={"label": "As at"})
    known = fields.DateTime(metadata={"label": "As known on"})
    printed = fields.Date(metadata={"label": "Printed"})
    signed = fields.String()
    pages = fields.Integer()
    size = fields.Integer(metadata={"label": "Ledger entry"})
    root = fields.String(metadata={"label": "Root of the ledger then"})
    code = fields.Function(lambda line: spaced(line) if line else None, metadata={"label": "Code"})
