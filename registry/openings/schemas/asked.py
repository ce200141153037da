"""What is asked of somebody who brings in an old book, and of who signs that it was brought in whole."""

from marshmallow import fields
from marshmallow.validate import OneOf, Range

from registry.files import KeptPaper
from registry.forms import Form, Upload
from registry.openings.books import BY_NAME
from registry.openings.models import BOOKS

SOME = Range(min=0, error="Write a number of shares.")


class LoadForm(Form):
    """An old book, copied out into a file."""

    what = fields.String(
        required=True,
        validate=OneOf(BOOKS, [BY_NAME[what].title for what in BOOKS], error="Choose one of these."),
        metadata={"kind": "choice", "label": "Which book"},
    )
    file = Upload(
        required=True,
        metadata={"hint": "CSV, a line for each entry, under the headings told on the page of the books’ columns."},
    )
    source = fields.String(
        required=True,
        metadata={
            "label": "The old book or paper that it was copied from",
            "hint": "Such as Register of members, bound volume, folios 1 to 42.",
        },
    )
    paper = KeptPaper(
        load_default=None,
        metadata={"label": "Its scan", "hint": "A PDF, kept beside what was brought in. Leave empty if there is none."},
    )
    as_at = fields.Date(
        load_default=None, metadata={"label": "Day of the balances", "hint": "Only for a file of balances."}
    )
    issued = fields.Integer(
        load_default=None,
        validate=SOME,
        metadata={
            "label": "Shares in issue by the old register",
            "hint": "Only for a file of balances: they must come to this.",
            "width": 10,
        },
    )


class ConfirmForm(Form):
    """What was chosen when the file was sent: its bytes are kept under the hash in the address."""

    what = fields.String(required=True, validate=OneOf(BOOKS), metadata={"kind": "hidden"})
    source = fields.String(required=True, metadata={"kind": "hidden"})
    name = fields.String(required=True, metadata={"kind": "hidden"})
    paper = fields.String(load_default=None, metadata={"kind": "hidden"})
    paper_name = fields.String(load_default=None, metadata={"kind": "hidden"})
    as_at = fields.Date(load_default=None, metadata={"kind": "hidden"})
    issued = fields.Integer(load_default=None, metadata={"kind": "hidden"})


class SignForm(Form):
    as_at = fields.Date(required=True, metadata={"label": "Sheet as at"})
    on = fields.Date(required=True, metadata={"label": "Signed on"})
    signed_by = fields.String(required=True, metadata={"label": "Signed by", "hint": "Each who signed, and as what."})
    differences = fields.String(
        load_default="",
        metadata={
            "kind": "long",
            "label": "What was made of the differences",
            "hint": "Needed if the old books and these differ. They are left to differ until each is put right.",
        },
    )
    paper = KeptPaper(load_default=None, metadata={"label": "The signed sheet", "hint": "A PDF of it."})
