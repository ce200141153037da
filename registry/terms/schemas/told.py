"""What the pages tell of terms."""

from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row, in_the_sources_words


def version_address(ref: str | None) -> str | None:
    return ref and url_for("terms.version", word=ref)


def sheet_address(line: dict[str, Any]) -> str:
    return url_for("terms.rule_sheet", word=line["body_ref"])


def decision_address(line: dict[str, Any]) -> str | None:
    return line["adopted_by_ref"] and url_for("decisions.decision", word=line["adopted_by_ref"])


def body_address(line: dict[str, Any]) -> str:
    return url_for("structure.body", word=line["body_ref"])


class TermsRow(Row):
    title = fields.String(metadata={"link": "href"})
    body = fields.String(metadata={"link": "body_href"})
    version = fields.String()
    status = fields.String()
    since = fields.Date(metadata={"label": "In force from"})
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day in force"})
    review_due = fields.Date(metadata={"label": "Review due"})
    kind = fields.String(metadata={"hidden": True})
    circulated = fields.Date(metadata={"hidden": True})
    comments_by = fields.Date(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: version_address(line["ref"]), metadata={"hidden": True})
    body_href = fields.Function(body_address, metadata={"hidden": True})


class HistoryRow(Row):
    """A version of the same terms: when it went out, and what became of it."""

    version = fields.String(metadata={"link": "href"})
    circulated = fields.Date()
    since = fields.Date(metadata={"label": "In force from"})
    status = fields.String()
    adopted_by = fields.String(metadata={"label": "Decision", "link": "adopted_by_href"})
    about = fields.String(metadata={"label": "How it came about"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: version_address(line["ref"]), metadata={"hidden": True})
    adopted_by_href = fields.Function(decision_address, metadata={"hidden": True})


class NumberedRow(Row):
    """A clause as it was written, with the number by which it is cited."""

    number = fields.String()
    text = fields.String()


class SectionRow(Row):
    number = fields.Integer()
    heading = fields.String()
    text = fields.String()
    clauses = fields.Nested(NumberedRow, many=True)


class MemberRow(Row):
    practice = fields.String(metadata={"link": "practice_href"})
    name = fields.String(metadata={"link": "person_href"})
    responsibility = fields.String()
    practice_ref = fields.String(metadata={"hidden": True})
    person_ref = fields.String(metadata={"hidden": True})
    practice_href = fields.Function(
        lambda line: line["practice_ref"] and url_for("practices.practice", word=line["practice_ref"]),
        metadata={"hidden": True},
    )
    person_href = fields.Function(
        lambda line: line["person_ref"] and url_for("people.person", word=line["person_ref"]),
        metadata={"hidden": True},
    )


class ProvisionRow(Row):
    """A rule as data, in words, with the clause that says it."""

    sentence = fields.String(metadata={"label": "Rule"})
    clause = fields.String()
    what = fields.String(metadata={"hidden": True})
    number = fields.Integer(metadata={"hidden": True})
    of = fields.Integer(metadata={"hidden": True})
    who = fields.String(metadata={"hidden": True})
    matter = fields.String(metadata={"hidden": True})
    over = fields.String(metadata={"hidden": True})


class RuleRow(Row):
    """A rule in force for a body, and what says so."""

    sentence = fields.String(metadata={"label": "Rule", "link": "sheet_href"})
    authority = fields.String(metadata={"label": "By what authority", "link": "terms_href"})
    what = fields.String(metadata={"hidden": True})
    number = fields.Integer(metadata={"hidden": True})
    of = fields.Integer(metadata={"hidden": True})
    who = fields.String(metadata={"hidden": True})
    matter = fields.String(metadata={"hidden": True})
    terms_href = fields.Function(lambda line: version_address(line["terms_ref"]), metadata={"hidden": True})
    sheet_href = fields.Function(sheet_address, metadata={"hidden": True})


class RuleSheetPage(Row):
    """Every rule that a body works under on a day."""

    title = fields.Function(lambda sheet: f"Rules in force: {sheet['body']}", metadata={"hidden": True})
    body = fields.String(metadata={"link": "body_href"})
    day = fields.Date(metadata={"label": "In force on"})
    rules = fields.Nested(RuleRow, many=True, metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    body_href = fields.Function(body_address, metadata={"hidden": True})


def to_version(name: str) -> fields.Function:
    return fields.Function(lambda line: version_address(line[f"{name}_ref"]), metadata={"hidden": True})


class VersionPage(Row):
    """One version whole; its columns are its document control."""

    title = fields.String(metadata={"hidden": True})
    kind = fields.String(metadata={"hidden": True})
    body = fields.String(metadata={"link": "body_href"})
    version = fields.String()
    status = fields.String()
    circulated = fields.Date()
    circulated_to = fields.String()
    comments_by = fields.Date(metadata={"label": "Comments by"})
    amends = fields.String(metadata={"label": "Amended from", "link": "amends_href"})
    amended = fields.Date()
    amended_as = fields.String(metadata={"link": "amended_as_href"})
    mover = fields.String(metadata={"label": "Amendments moved by"})
    adopted_by = fields.String(metadata={"label": "Adopted by decision", "link": "adopted_by_href"})
    adopted = fields.Date()
    since = fields.Date(metadata={"label": "Effective from"})
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day in force"})
    review_due = fields.Date(metadata={"label": "Review due"})
    owner = fields.String()
    supersedes = fields.String(metadata={"link": "supersedes_href"})
    superseded_by = fields.String(metadata={"link": "superseded_by_href"})
    signed = fields.String(metadata={"label": "Signed copy", "link": "signed_href"})
    seal = fields.String(metadata={"label": "Hash of the text"})
    amendments = fields.String(metadata={"hidden": True})
    history = fields.Nested(HistoryRow, many=True, metadata={"hidden": True})
    before = fields.String(metadata={"hidden": True})
    provisions = fields.Nested(ProvisionRow, many=True, metadata={"hidden": True})
    sections = fields.List(fields.Nested(SectionRow), metadata={"hidden": True})
    table = fields.List(fields.Nested(MemberRow), metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    rules_href = fields.Function(sheet_address, metadata={"hidden": True})
    body_href = fields.Function(body_address, metadata={"hidden": True})
    adopted_by_href = fields.Function(decision_address, metadata={"hidden": True})
    amends_ref = fields.String(metadata={"hidden": True})
    amends_href, amended_as_href = to_version("amends"), to_version("amended_as")
    supersedes_href, superseded_by_href = to_version("supersedes"), to_version("superseded_by")
    signed_href = fields.Function(
        lambda line: line["signed"] and url_for("terms.signed_copy", word=line["ref"]), metadata={"hidden": True}
    )

    def members(self) -> Row:
        """The lines of the membership table, for a page to draw."""
        return MemberRow()

    def versions(self) -> Row:
        """The lines of the history, for a page to draw."""
        return HistoryRow()
