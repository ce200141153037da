"""How answers come in: a web form, JSON, or CSV with a line for each act."""

from typing import Any

from flask import request
from marshmallow import ValidationError
from werkzeug.exceptions import PreconditionFailed, PreconditionRequired, UnsupportedMediaType

from registry.forms import Form, Lines, is_several
from registry.ledger import Record

REV_FIELD = "rev"
SEEN_FIELD = "seen"
"""Says since which day a reader has seen what rests on what she is about to change."""
OURS = {"csrf_token", REV_FIELD, SEEN_FIELD, "more"}


def from_browser() -> bool:
    return request.mimetype in ("application/x-www-form-urlencoded", "multipart/form-data")


def read(form: Form) -> list[dict[str, Any]]:
    """The answers of each act asked for: one, or as many as a CSV has lines."""
    if from_browser():
        return [form.load(typed(form))]
    if request.is_json:
        return [form.load(_json())]
    if request.mimetype == "text/csv":
        return form.load_csv(_text())
    raise UnsupportedMediaType("Send a web form, JSON (application/json) or CSV (text/csv).")


def typed(form: Form) -> dict[str, Any]:
    """What was sent from a page, repeats as lists, files among the rest."""
    several = {name for name, field in form.fields.items() if is_several(field)}
    answers: dict[str, Any] = {
        name: request.form.getlist(name) if name in several else request.form[name] for name in request.form
    }
    chosen = {name: file for name, file in request.files.to_dict().items() if file.filename}
    return {name: value for name, value in (answers | chosen).items() if name not in OURS}


def _json() -> dict[str, Any]:
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise ValidationError({"_schema": ["This is not a JSON object."]})
    return sent


def _text() -> str:
    try:
        return request.get_data().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError({"1": ["This CSV is not in UTF-8."]}) from None


def demand_rev(document: Record) -> None:
    """428 if the sender does not say which rev of the document was seen; 412 if it has changed since."""
    sent = request.form.get(REV_FIELD) or request.headers.get("If-Match", "").strip('W/"')
    if not sent:
        raise PreconditionRequired("Say which rev you are changing, in If-Match.")
    if sent != str(document.rev):
        raise PreconditionFailed("Somebody has changed this since you looked. Look again before you change it.")


def asks_for_more(form: Form) -> bool:
    """Whether the button pressed was the one that adds empty rows."""
    return "more" in request.form and any(isinstance(field, Lines) for field in form.fields.values())
