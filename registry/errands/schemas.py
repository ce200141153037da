from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row
from registry.wording import counted

HIDDEN = {"hidden": True}


def how_far(line: dict[str, Any]) -> str:
    """What is done now, in words, and how much of it is; once it is done, what is to be known of it."""
    far = f"{line['done']} of {counted(line['of'], 'part')}" if line["going"] and line["of"] else ""
    return ": ".join(filter(None, (line["words"], far)))


def file_of(line: dict[str, Any]) -> str | None:
    return url_for("errands.file", word=line["ref"]) if line["file"] else None


class ErrandRow(Row):
    """Something that was to be done in the background, and what has become of it."""

    title = fields.String(metadata={"label": "What", "link": "href"})
    state = fields.String(metadata={"tag": True})
    far = fields.Function(how_far, metadata={"label": "How far"})
    sent = fields.DateTime()
    ended = fields.DateTime()
    file = fields.String(metadata={"link": "file_href"})
    failure = fields.String(metadata={"label": "What went wrong"})
    done = fields.Integer(metadata=HIDDEN)
    of = fields.Integer(metadata=HIDDEN)
    going = fields.Boolean(metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("errands.errand", word=line["ref"]), metadata=HIDDEN)
    file_href = fields.Function(file_of, metadata=HIDDEN)


class ErrandPage(ErrandRow):
    title = fields.String(metadata=HIDDEN)
    far = fields.Function(how_far, metadata=HIDDEN)
    file = fields.String(metadata=HIDDEN)
    failure = fields.String(metadata=HIDDEN)
