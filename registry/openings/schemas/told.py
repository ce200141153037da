"""What the pages tell of the old books."""

from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row

PAGES = {
    "person": "people.person",
    "decision": "decisions.decision",
    "member": "members.member",
    "certificate": "certificates.certificate",
    "seat": "seats.seat",
    "directorship": "directors.directorship",
    "terms": "terms.version",
}
"""Where each kind of document is shown."""


def page_of(kind: str, ref: str | None) -> str | None:
    return ref and url_for(PAGES[kind], word=ref)


def _opening(line: dict[str, Any]) -> str:
    return url_for("openings.opening", word=line["ref"])


class OpeningRow(Row):
    number = fields.Integer(metadata={"label": "Book"})
    book = fields.String(metadata={"label": "Old book", "link": "href"})
    source = fields.String(metadata={"label": "Copied from"})
    lines = fields.Integer(metadata={"label": "Entries"})
    lacking = fields.String(metadata={"label": "What it lacks"})
    entered = fields.Date(metadata={"label": "Brought in on"})
    paper = fields.String(metadata={"label": "Scan"})
    name = fields.String(metadata={"label": "File"})
    seal = fields.String(metadata={"label": "Its SHA-256 begins"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(_opening, metadata={"hidden": True})


class EntryRow(Row):
    """A line of an old book as it was brought in."""

    place = fields.Integer(metadata={"label": "Line"})
    words = fields.String(metadata={"label": "Entry", "link": "href"})
    dates = fields.String(metadata={"label": "Date in the source’s words"})
    authority = fields.String(metadata={"label": "By the authority of", "link": "decision_href"})
    remarks = fields.Function(lambda line: " ".join(line["remarks"]), metadata={"label": "Gaps and oddities"})
    href = fields.Function(lambda line: page_of(line["kind"], line["ref"]), metadata={"hidden": True})
    decision_href = fields.Function(lambda line: page_of("decision", line["decision"]), metadata={"hidden": True})


class AboutRow(EntryRow):
    """A line of an old book, on the page of what it is about."""

    class Meta:
        fields = ("words", "dates", "authority", "remarks", "source", "source_href", "decision_href")

    words = fields.String(metadata={"label": "Entry"})
    source = fields.String(metadata={"label": "Copied from", "link": "source_href"})
    source_href = fields.Function(lambda line: _opening({"ref": line["opening"]}), metadata={"hidden": True})


class CitingRow(EntryRow):
    """A line of an old book, on the page of the decision that it cites."""

    class Meta:
        fields = ("words", "source", "href", "source_href")

    source = fields.String(metadata={"label": "Copied from", "link": "source_href"})
    source_href = fields.Function(lambda line: _opening({"ref": line["opening"]}), metadata={"hidden": True})


class OpeningPage(OpeningRow):
    class Meta:
        fields = (
            "title", "book", "source", "lines", "lacking", "as_at", "issued", "entered", "name", "sha256", "paper",
            "paper_href", "file_href", "entries", "ref", "rev",
        )  # fmt: skip

    title = fields.String(metadata={"hidden": True})
    book = fields.String(metadata={"label": "Old book"})
    as_at = fields.Date(metadata={"label": "Day of the balances"})
    issued = fields.Integer(metadata={"label": "Shares in issue by the old register"})
    sha256 = fields.String(metadata={"label": "SHA-256 of the file"})
    paper = fields.String(metadata={"label": "Scan", "link": "paper_href"})
    paper_href = fields.Function(
        lambda line: line["paper"] and url_for("openings.paper", word=line["ref"]), metadata={"hidden": True}
    )
    name = fields.String(metadata={"label": "File", "link": "file_href"})
    file_href = fields.Function(lambda line: url_for("openings.file", word=line["ref"]), metadata={"hidden": True})
    entries = fields.Nested(EntryRow, many=True, metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})


class BookRow(Row):
    book = fields.String(metadata={"label": "Old book"})
    heads = fields.String(metadata={"label": "Headings"})
    tells = fields.List(fields.String(), metadata={"label": "What each column tells"})
    what = fields.String(metadata={"hidden": True})


class PreviewPage(Row):
    """What a file would bring in, before it does."""

    title = fields.String(metadata={"hidden": True})
    book = fields.String(metadata={"label": "Old book"})
    source = fields.String(metadata={"label": "Copied from"})
    name = fields.String(metadata={"label": "File"})
    paper = fields.String(attribute="paper_name", metadata={"label": "Scan"})
    as_at = fields.Date(metadata={"label": "Day of the balances"})
    issued = fields.Integer(metadata={"label": "Shares in issue by the old register"})
    lines = fields.Integer(metadata={"label": "Entries"})
    lacking = fields.String(metadata={"label": "What it lacks"})
    entries = fields.Nested(EntryRow, many=True, metadata={"hidden": True})
    chosen = fields.Dict(metadata={"hidden": True})
    confirm = fields.String(metadata={"hidden": True})


class TotalRow(Row):
    register = fields.String()
    count = fields.Integer(metadata={"label": "Entries"})


class BalanceRow(Row):
    source = fields.String(metadata={"label": "Balances copied from", "link": "href"})
    as_at = fields.Date(metadata={"label": "As at"})
    lines = fields.Integer(metadata={"label": "Balances"})
    issued = fields.Integer(metadata={"label": "Shares that they come to"})
    href = fields.Function(_opening, metadata={"hidden": True})


class DifferenceRow(Row):
    name = fields.String(metadata={"label": "Account", "link": "href"})
    folio = fields.Integer()
    share_class = fields.String(metadata={"label": "Class"})
    as_at = fields.Date(metadata={"label": "As at"})
    there = fields.String(metadata={"label": "By the old register"})
    here = fields.String(metadata={"label": "By the entries brought in"})
    difference = fields.Integer()
    href = fields.Function(lambda line: page_of("member", line["member"]), metadata={"hidden": True})


class GapRow(Row):
    register = fields.String()
    what = fields.String(metadata={"label": "Not found"})


class LackingRow(Row):
    """An entry that lacks something."""

    words = fields.String(metadata={"label": "Entry", "link": "href"})
    where = fields.String()
    href = fields.Function(_opening, metadata={"hidden": True})


class InWordsRow(LackingRow):
    class Meta:
        fields = ("words", "authority", "where", "href")

    authority = fields.String(metadata={"label": "Authority, in the old book’s words"})


class UndatedRow(LackingRow):
    class Meta:
        fields = ("words", "dates", "where", "href")

    dates = fields.String(metadata={"label": "Date in the source’s words"})


class OddRow(LackingRow):
    class Meta:
        fields = ("words", "remarks", "where", "href")

    remarks = fields.Function(lambda line: " ".join(line["remarks"]), metadata={"label": "Gaps and oddities"})


class SignedRow(Row):
    signed_by = fields.String()
    on = fields.Date(metadata={"label": "Signed on"})
    as_at = fields.Date(metadata={"label": "Sheet as at"})
    differences = fields.String(metadata={"label": "What was made of the differences"})
    paper = fields.String(metadata={"label": "Signed sheet", "link": "href"})
    href = fields.Function(
        lambda line: line["paper"] and url_for("openings.signed_sheet", word=line["ref"]), metadata={"hidden": True}
    )


def part(row: type[Row], title: str, empty: str) -> fields.Nested:
    """A part of the sheet, under its heading; `empty` is said where it has no lines."""
    return fields.Nested(row, many=True, metadata={"hidden": True, "label": title, "empty": empty})


class SheetPage(Row):
    """The sheet of reconciliation."""

    title = fields.Function(lambda _: "Reconciliation with the old books", metadata={"hidden": True})
    openings = part(OpeningRow, "Books brought in", "Nothing has been brought in.")
    totals = part(TotalRow, "What the registers come to", "Nothing.")
    balances = part(BalanceRow, "Balances compared", "No balances have been brought in, so none can be compared.")
    differences = part(DifferenceRow, "Where the old register and these differ", "Nowhere.")
    missing = part(GapRow, "Looked for and not found", "Nothing: every number is there, and every time is filled.")
    uncited = part(LackingRow, "Authority not on file", "Every entry names its authority.")
    in_words = part(InWordsRow, "Authority that is no decision on record", "Every authority named is one on record.")
    undated = part(UndatedRow, "Dates not given to the day", "Every entry is dated to the day.")
    odd = part(OddRow, "Other gaps and oddities", "There are none.")
    signed = part(SignedRow, "Sheets signed", "None yet.")
