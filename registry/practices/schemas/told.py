"""What the pages tell of a practice."""

from operator import itemgetter
from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row


def page_of(line: dict[str, Any]) -> str:
    return url_for("practices.practice", word=line["code"])


class PracticeRow(Row):
    code = fields.String(metadata={"link": "href"})
    name = fields.String()
    address = fields.String()
    commissioner = fields.String()
    opened = fields.Date()
    last_day = fields.Date(metadata={"label": "Last day open"})
    patients = fields.Integer()
    state = fields.String(metadata={"tag": True, "label": "Status"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(page_of, metadata={"hidden": True})


class SpellRow(Row):
    what = fields.Function(lambda spell: spell["what"].capitalize(), metadata={"label": "Particular"})
    value = fields.String(metadata={"label": "As told"})
    begun = fields.String(attribute="from", metadata={"label": "From"})
    ended = fields.String(attribute="to", metadata={"label": "Last day"})
    since = fields.Date(metadata={"hidden": True})
    last_day = fields.Date(metadata={"hidden": True})
    known_by = fields.Date(metadata={"hidden": True})


class ListSizeRow(Row):
    on = fields.Date(metadata={"label": "Counted on"})
    patients = fields.Integer()
    source = fields.String(metadata={"label": "By whose count"})


class BranchRow(Row):
    code = fields.String()
    name = fields.String()
    since = fields.Date(metadata={"label": "First day"})
    last_day = fields.Date()
    was = fields.String(metadata={"label": "Was the practice", "link": "was_href"})
    was_href = fields.Function(
        lambda line: line["was_code"] and page_of({"code": line["was_code"]}), metadata={"hidden": True}
    )


class PracticePage(PracticeRow):
    title = fields.Function(itemgetter("name"), metadata={"hidden": True})
    became = fields.String(metadata={"hidden": True})
    branches = fields.Nested(BranchRow, many=True, metadata={"hidden": True})
    particulars = fields.Nested(SpellRow, many=True, metadata={"hidden": True})
    list_sizes = fields.Nested(ListSizeRow, many=True, metadata={"hidden": True})
