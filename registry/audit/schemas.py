from typing import Any

from flask import url_for
from marshmallow import fields

from registry.audit.telling import address_of
from registry.forms import Row


def act_address(line: dict[str, Any]) -> str:
    return url_for("audit.act", first=line["first"])


def cause_address(line: dict[str, Any]) -> str | None:
    cause = line["because_act"]
    return None if cause is None else url_for("audit.act", first=cause)


class EnteredRow(Row):
    """When something was recorded, by whom, and why."""

    recorded = fields.DateTime(metadata={"link": "href"})
    by = fields.String()
    act = fields.String(metadata={"label": "What was done"})
    documents = fields.List(fields.String(), metadata={"label": "To what"})
    reason = fields.String()
    because = fields.String(metadata={"label": "By authority of", "link": "because_href"})
    how = fields.String(metadata={"hidden": True})
    name = fields.String(metadata={"hidden": True})
    first = fields.Integer(metadata={"hidden": True})
    because_act = fields.Integer(metadata={"hidden": True})
    href = fields.Function(act_address, metadata={"hidden": True})
    because_href = fields.Function(cause_address, metadata={"hidden": True})


class DifferenceRow(Row):
    particular = fields.String()
    was = fields.String(metadata={"label": "It was"})
    now = fields.String(metadata={"label": "It is"})


class EntryRow(EnteredRow):
    """One document as one act left it, and what that changed."""

    class Meta(EnteredRow.Meta):
        exclude = ("documents",)

    seq = fields.Integer(metadata={"label": "Entry"})
    rev = fields.Integer(metadata={"label": "Version"})
    kind = fields.String(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    document = fields.String()
    erased = fields.Boolean()
    differences = fields.List(fields.Nested(DifferenceRow))
    life_href = fields.Function(lambda e: url_for("audit.document", word=e["ref"]), metadata={"hidden": True})


class EntriesPage(Row):
    """Several entries under one title; `count` says of how many they are one page."""

    title = fields.String(metadata={"hidden": True})
    count = fields.Integer(metadata={"label": "Entries"})
    entries = fields.List(fields.Nested(EntryRow), metadata={"hidden": True})


class LifePage(EntriesPage):
    kind = fields.String(metadata={"hidden": True})
    page_href = fields.Function(lambda page: address_of(page["kind"], page["ref"]), metadata={"hidden": True})
    ref = fields.String(metadata={"label": "Ref"})


class FindingRow(Row):
    fault = fields.String()
    where = fields.String()
    sentence = fields.String(metadata={"label": "What is wrong"})


class CheckPage(Row):
    whole = fields.Boolean()
    size = fields.Integer(metadata={"label": "Entries"})
    root = fields.String()
    last = fields.DateTime(metadata={"label": "Last recorded"})
    findings = fields.List(fields.Nested(FindingRow), metadata={"hidden": True})
