"""A published file: what is asked of who sends it, and what it would change."""

from typing import Any

from marshmallow import ValidationError, fields
from marshmallow.validate import OneOf

from registry.forms import Form, Row, Upload
from registry.practices.models import LIST_SIZES, PRACTICES, PUBLISHED
from registry.practices.published.lines import ANY_CODE

KIND_LABELS = {
    PRACTICES: "Practices (epraccur)",
    LIST_SIZES: "List sizes (gp-reg-pat-prac-all)",
}


class Codes(fields.Field[tuple[str, ...]]):
    """Codes of commissioners, with commas or spaces between."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> tuple[str, ...]:
        codes = tuple(str(value).upper().replace(",", " ").split())
        if odd := [code for code in codes if not ANY_CODE.fullmatch(code)]:
            raise ValidationError(f"“{odd[0]}” is not the code of a commissioner, such as 03W.")
        return codes


class LoadForm(Form):
    """A published file, and how it is to be read."""

    what = fields.String(
        required=True,
        validate=OneOf(PUBLISHED, KIND_LABELS.values(), error="Choose one of these."),
        metadata={"label": "Kind of file"},
    )
    file = Upload(required=True, metadata={"hint": "As the NHS publishes it: a CSV file, all of it."})
    as_at = fields.Date(
        load_default=None,
        metadata={
            "label": "Day the file tells of",
            "hint": "Leave empty to take it from the file’s name. The next page shows it before anything is recorded.",
        },
    )
    commissioners = Codes(
        load_default=(),
        metadata={
            "hint": "Codes such as 03W, 04C, of whose practices those not yet in the register are taken. "
            "Leave empty to take every GP practice; a file of 500 lines or more needs a code.",
            "width": 20,
        },
    )


class ConfirmForm(Form):
    """What was chosen when the file was sent: its bytes are kept under the hash in the address."""

    what = fields.String(
        required=True, validate=OneOf(PUBLISHED, error="Choose one of: {choices}."), metadata={"kind": "hidden"}
    )
    as_at = fields.Date(required=True, metadata={"kind": "hidden", "label": "Day the file tells of"})
    name = fields.String(required=True, metadata={"kind": "hidden"})
    commissioners = Codes(load_default=(), metadata={"kind": "hidden"})


class LoadedRow(Row):
    what = fields.Function(lambda loaded: loaded["what"].capitalize(), metadata={"label": "Kind of file"})
    as_at = fields.Date(metadata={"label": "Tells of"})
    name = fields.String(metadata={"label": "File"})
    lines = fields.Integer()
    sha256 = fields.String(metadata={"label": "SHA-256"})
    ref = fields.String(metadata={"hidden": True})


class ChangeRow(Row):
    code = fields.String()
    name = fields.String()
    what = fields.Function(lambda change: change["what"].capitalize(), metadata={"label": "What"})
    before = fields.String(metadata={"label": "In the register"})
    after = fields.String(metadata={"label": "In the file"})
    since = fields.String(metadata={"label": "From"})


class CodeRow(Row):
    code = fields.String()
    name = fields.String()


class NewRow(CodeRow):
    after = fields.String(metadata={"label": "In the file"})
    since = fields.String(metadata={"label": "From"})


class PreviewPage(Row):
    """What a file would change, before it does."""

    name = fields.String(metadata={"label": "File"})
    what = fields.Function(lambda seen: KIND_LABELS[seen["what"]], metadata={"label": "Kind of file"})
    as_at = fields.Date(metadata={"label": "Day the file tells of"})
    commissioners = fields.List(fields.String())
    counts = fields.String(metadata={"label": "What it comes to"})
    news = fields.Boolean(metadata={"hidden": True})
    new = fields.Nested(NewRow, many=True, metadata={"hidden": True})
    changed = fields.Nested(ChangeRow, many=True, metadata={"hidden": True})
    missing = fields.Nested(CodeRow, many=True, metadata={"hidden": True})
    left_out = fields.List(fields.String(), metadata={"hidden": True})
    left_out_beside = fields.Integer(metadata={"hidden": True})
    chosen = fields.Dict(metadata={"hidden": True})
    confirm = fields.String(metadata={"hidden": True})
