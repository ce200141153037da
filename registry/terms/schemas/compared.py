"""What the pages tell of one version beside another."""

from marshmallow import fields

from registry.forms import Row
from registry.terms.schemas.told import body_address, version_address


class PieceRow(Row):
    """Some words of a clause, and what became of them."""

    what = fields.String()
    text = fields.String()


class ClauseRow(Row):
    """A clause of either version, with the number that it has and that it had."""

    number = fields.String()
    was = fields.String()
    heading = fields.Boolean()
    what = fields.String()
    moved = fields.Boolean()
    pieces = fields.Nested(PieceRow, many=True)


class RedlinePage(Row):
    """A version against the one before it."""

    title = fields.Function(
        lambda line: f"{line['title']}: version {line['old_version']} to {line['version']}", metadata={"hidden": True}
    )
    body = fields.String(metadata={"link": "body_href"})
    kind = fields.String(metadata={"hidden": True})
    old_version = fields.String(metadata={"label": "From version", "link": "old_href"})
    version = fields.String(metadata={"label": "To version", "link": "href"})
    changed = fields.Integer(metadata={"label": "Clauses changed"})
    layout = fields.String(metadata={"hidden": True})
    rules = fields.List(fields.String(), metadata={"hidden": True})
    clauses = fields.Nested(ClauseRow, many=True, metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: version_address(line["ref"]), metadata={"hidden": True})
    old_href = fields.Function(lambda line: version_address(line["old_ref"]), metadata={"hidden": True})
    body_href = fields.Function(body_address, metadata={"hidden": True})
