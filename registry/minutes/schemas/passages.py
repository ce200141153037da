"""The passages of minutes, as pages tell them: each with where its fact is kept, and what was said of it since."""

from typing import Any

from flask import g, url_for
from marshmallow import fields

from registry.forms import Row

HIDDEN = {"hidden": True}


def meeting_of(line: dict[str, Any]) -> str | None:
    """The meeting’s page, for those who may open it: a member who reads of a general meeting may not."""
    return url_for("meetings.meeting", word=line["meeting_ref"]) if g.account.may("meetings.read") else None


def fact_at(line: dict[str, Any]) -> str | None:
    """Where the fact that a sentence tells is kept; nothing, for what somebody wrote."""
    if not line["door"]:
        return None
    return url_for(line["door"], word=line["fact_ref"]) if line["fact_ref"] else url_for(line["door"])


class CorrectionRow(Row):
    """What a later meeting corrected in a passage, which itself stays."""

    at = fields.String(metadata={"label": "Corrected at the meeting of"})
    words = fields.String(metadata={"label": "To read"})
    href = fields.Function(meeting_of, metadata=HIDDEN)


class SuggestionRow(Row):
    proposed = fields.String(metadata={"label": "Suggested", "link": "href"})
    why = fields.String()
    by = fields.String()
    on = fields.Date(metadata={"label": "Made on"})
    outcome = fields.String(metadata={"label": "What was made of it"})
    answer = fields.String(metadata={"label": "Why so"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("minutes.suggestion", word=line["ref"]), metadata=HIDDEN)


class PassageRow(Row):
    """A sentence of the registers, or a paragraph that was `written`."""

    number = fields.Integer(metadata={"label": "Passage"})
    label = fields.String()
    text = fields.String()
    circulated_as = fields.String(metadata={"label": "As it was circulated"})
    written = fields.Boolean()
    decision = fields.Boolean()
    corrections = fields.List(fields.Nested(CorrectionRow))
    suggestions = fields.List(fields.Nested(SuggestionRow))
    href = fields.Function(fact_at, metadata=HIDDEN)
    suggest = fields.Function(
        lambda line: url_for("minutes.suggest", word=line["minutes_ref"], passage=line["number"]), metadata=HIDDEN
    )


class SectionRow(Row):
    number = fields.String(metadata={"label": "Item"})
    title = fields.String()
    kept = fields.String(metadata={"label": "Why it is kept from you"})
    hidden = fields.Boolean(metadata=HIDDEN)
    passages = fields.List(fields.Nested(PassageRow))


class SaidRow(Row):
    """A sentence of the registers, and where its fact is kept."""

    label = fields.String()
    text = fields.String()
    source = fields.String()
    href = fields.Function(fact_at, metadata=HIDDEN)


class BlockRow(Row):
    number = fields.String()
    title = fields.String()
    box = fields.String()
    label = fields.String()
    text = fields.String()
    before = fields.List(fields.Nested(SaidRow))
    after = fields.List(fields.Nested(SaidRow))
