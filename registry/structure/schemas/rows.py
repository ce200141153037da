"""What the pages of this room tell."""

from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row
from registry.structure.models import GROUPINGS, HEADINGS
from registry.structure.schemas.words import OWN_BODIES, in_words


def address_of(kind: str, ref: str | None) -> str | None:
    return ref and url_for(f"structure.{kind}", word=ref)


def practice_address(line: dict[str, Any]) -> str:
    return url_for("practices.practice", word=line["practice_ref"])


class BodyRow(Row):
    """A body of a day, under the heading of its kind."""

    name = fields.String(metadata={"link": "href"})
    code = fields.String()
    kind = fields.Function(lambda line: in_words(line["kind"]))
    parent = fields.String(metadata={"label": "Answers to", "link": "parent_href"})
    since = fields.Date(metadata={"label": "First day"})
    practices = fields.Integer()
    patients = fields.Integer()
    heading = fields.Function(lambda line: HEADINGS.get(line["kind"], OWN_BODIES), metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: address_of("body", line["ref"]), metadata={"hidden": True})
    parent_href = fields.Function(lambda line: address_of("body", line["parent_ref"]), metadata={"hidden": True})


class ChartRow(BodyRow):
    """A body as the chart draws it."""

    class Meta:
        fields = ("name", "code", "kind", "parent", "practices", "patients", "ref", "href", "parent_href")


class MemberRow(Row):
    """A practice of a body on a day."""

    code = fields.String(metadata={"link": "href"})
    name = fields.String()
    patients = fields.Integer()
    dates = fields.String(metadata={"label": "Belongs", "link": "belonging_href"})
    href = fields.Function(practice_address, metadata={"hidden": True})
    belonging_href = fields.Function(lambda line: address_of("belonging", line["ref"]), metadata={"hidden": True})


class BodyPage(BodyRow):
    class Meta:
        fields = (
            "title", "kind", "code", "parent", "dates", "practices", "patients", "remark", "note",
            "members", "children", "ref", "rev", "href", "parent_href",
        )  # fmt: skip

    title = fields.String(attribute="name", metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    dates = fields.String(metadata={"label": "Exists"})
    remark = fields.String()
    note = fields.String()
    members = fields.Nested(MemberRow, many=True, metadata={"hidden": True})
    children = fields.Nested(BodyRow, many=True, metadata={"hidden": True})


class BelongingPage(Row):
    """A practice's time in a body."""

    title = fields.Function(lambda line: f"{line['name']} in {line['body']}", metadata={"hidden": True})
    practice = fields.String(attribute="name", metadata={"link": "practice_href"})
    code = fields.String(metadata={"label": "Practice code"})
    body = fields.String(metadata={"link": "body_href"})
    dates = fields.String(metadata={"label": "Belongs"})
    remark = fields.String()
    note = fields.String()
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    practice_href = fields.Function(practice_address, metadata={"hidden": True})
    body_href = fields.Function(lambda line: address_of("body", line["body_ref"]), metadata={"hidden": True})


class BelongedRow(Row):
    """A body that a practice has been in, for a practice's page."""

    body = fields.String(metadata={"link": "href"})
    kind = fields.Function(lambda line: in_words(line["kind"]))
    since = fields.Date(metadata={"label": "First day"})
    last_day = fields.Date()
    dates = fields.String(metadata={"label": "As agreed, and by ODS", "link": "belonging_href"})
    href = fields.Function(lambda line: address_of("body", line["body_ref"]), metadata={"hidden": True})
    belonging_href = fields.Function(lambda line: address_of("belonging", line["ref"]), metadata={"hidden": True})


def _grouping(kind: str) -> fields.String:
    return fields.String(metadata={"label": in_words(kind), "link": f"{kind.lower()}_href"})


def _grouping_address(kind: str) -> fields.Function:
    return fields.Function(lambda line: address_of("body", line[f"{kind.lower()}_ref"]), metadata={"hidden": True})


class GroupingRow(Row):
    """A practice, and the bodies it is grouped under on a day."""

    code = fields.String(metadata={"link": "href"})
    name = fields.String()
    patients = fields.Integer()
    area, locality, hub, pcn = (_grouping(kind) for kind in GROUPINGS)
    href = fields.Function(practice_address, metadata={"hidden": True})
    area_href, locality_href, hub_href, pcn_href = (_grouping_address(kind) for kind in GROUPINGS)


class SchemePage(Row):
    """A scheme by which the practices are grouped."""

    title = fields.String(attribute="name", metadata={"hidden": True})
    kind = fields.Function(lambda line: in_words(line["kind"]), metadata={"label": "Groups them into"})
    since = fields.Date(metadata={"label": "First day"})
    last_day = fields.Date()
    dates = fields.String(metadata={"label": "When, in the source’s own words"})
    least = fields.Integer(metadata={"label": "Fewest patients of a body"})
    most = fields.Integer(metadata={"label": "Most patients of a body"})
    source = fields.String()
    remark = fields.String()
    note = fields.String()
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})


class DiscrepancyPage(Row):
    """Something that the sources contradict one another on, or leave open."""

    text = fields.String(metadata={"label": "What"})
    source = fields.String(metadata={"label": "Sources"})
    noted = fields.Date(metadata={"label": "Noted on"})
    settled = fields.Date(metadata={"label": "Settled on"})
    how = fields.String()
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})


class NetworkChangeRow(Row):
    """A network as the register has it, and as the file would have it."""

    code = fields.String()
    name = fields.String()
    before = fields.String(metadata={"label": "In the register"})
    after = fields.String(metadata={"label": "Once loaded"})


class SpellChangeRow(NetworkChangeRow):
    """A practice's time in a network, likewise."""

    class Meta:
        fields = ("code", "name", "network", "before", "after")

    network = fields.String()


class LeftOutRow(Row):
    """A partner of a network of ours that is no practice in the register."""

    code = fields.String(attribute="practice_code")
    name = fields.String(attribute="practice_name")
    network = fields.String(attribute="network_name")


class PreviewPage(Row):
    """What a file would change, before it does."""

    name = fields.String(metadata={"label": "File"})
    as_at = fields.Date(metadata={"label": "Day the file tells of"})
    counts = fields.String(metadata={"label": "What it comes to"})
    news = fields.Boolean(metadata={"hidden": True})
    networks = fields.Nested(NetworkChangeRow, many=True, metadata={"hidden": True})
    spells = fields.Nested(SpellChangeRow, many=True, metadata={"hidden": True})
    left_out = fields.Nested(LeftOutRow, many=True, metadata={"hidden": True})
    confirm = fields.String(metadata={"hidden": True})
