"""What the pages of minutes tell."""

from typing import Any

from flask import g, url_for
from marshmallow import fields

from registry.drafts.schemas import WordingRow
from registry.forms import Row
from registry.minutes.schemas.passages import HIDDEN, BlockRow, SectionRow, SuggestionRow, meeting_of


def page_of(line: dict[str, Any]) -> str | None:
    return url_for("minutes.minutes", word=line["ref"]) if line["ref"] else None


def wherever_they_are(line: dict[str, Any]) -> str | None:
    """Their page or, while they have not gone out, where the office writes them."""
    return page_of(line) or _desk(line)


def _desk(line: dict[str, Any]) -> str | None:
    if not line["draft_ref"] or not g.account.may("minutes.write"):
        return None
    return url_for("minutes.draft", word=line["draft_ref"])


def begun_at(line: dict[str, Any]) -> str | None:
    """Where the office begins them."""
    if line["ref"] or line["draft_ref"] or not g.account.may("minutes.begin"):
        return None
    return url_for("minutes.begin", word=line["meeting_ref"])


class RegisterRow(Row):
    """A meeting that was held, and how far its minutes have come."""

    meeting = fields.String(metadata={"label": "Minutes of", "link": "href"})
    on = fields.Date(metadata=HIDDEN)
    state = fields.String(metadata={"tag": True})
    version = fields.Integer()
    circulated = fields.Date()
    approved = fields.String()
    authenticated = fields.String(metadata={"label": "Signed"})
    to_answer = fields.Integer(metadata={"label": "Suggestions to answer"})
    write = fields.Function(
        lambda line: "Write them" if begun_at(line) else "",
        metadata={"label": "To do", "link": "begin", "act": True},
    )
    begin = fields.Function(begun_at, metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
    meeting_ref = fields.String(metadata=HIDDEN)
    href = fields.Function(wherever_they_are, metadata=HIDDEN)


class OfMeetingRow(Row):
    """The minutes of a meeting, on its page."""

    state = fields.String(metadata={"label": "Minutes", "link": "href"})
    version = fields.Integer()
    circulated = fields.Date()
    approved = fields.String()
    authenticated = fields.String(metadata={"label": "Signed"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(wherever_they_are, metadata=HIDDEN)


class ToConfirmRow(Row):
    """The minutes of an earlier meeting that this one has before it."""

    meeting = fields.String(metadata={"label": "Minutes of", "link": "href"})
    version = fields.Integer(metadata={"label": "Version to confirm"})
    circulated = fields.Date()
    item = fields.Integer(metadata={"label": "At item"})
    approved = fields.String()
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(page_of, metadata=HIDDEN)


class SuggestionPage(SuggestionRow):
    title = fields.String(metadata=HIDDEN)
    minutes = fields.String(metadata={"label": "On", "link": "minutes_href"})
    number = fields.Integer(metadata={"label": "Passage"})
    passage = fields.String(metadata={"label": "As circulated"})
    proposed = fields.String(metadata={"label": "Suggested"})
    written_down_by = fields.String()
    rev = fields.Integer(metadata=HIDDEN)
    minutes_href = fields.Function(lambda line: url_for("minutes.minutes", word=line["minutes_ref"]), metadata=HIDDEN)


class VersionRow(Row):
    version = fields.Integer(metadata={"link": "href"})
    circulated = fields.Date()
    href = fields.Function(page_of, metadata=HIDDEN)


class MinutesPage(Row):
    title = fields.String(metadata=HIDDEN)
    meeting = fields.String(metadata={"label": "Meeting", "link": "meeting_href"})
    version = fields.Integer()
    state = fields.String()
    circulated = fields.Date()
    sent = fields.String(metadata={"label": "Sent"})
    approved = fields.String()
    authenticated = fields.String(metadata={"label": "Signed"})
    kept_until = fields.Date(metadata={"label": "To be kept until, at least"})
    kept_by = fields.String(metadata={"label": "Kept under"})
    draft = fields.String(metadata=HIDDEN)
    body = fields.String(metadata=HIDDEN)
    held = fields.Date(metadata=HIDDEN)
    general = fields.Boolean(metadata=HIDDEN)
    sections = fields.List(fields.Nested(SectionRow), metadata=HIDDEN)
    changes = fields.List(fields.String(), metadata=HIDDEN)
    versions = fields.List(fields.Nested(VersionRow), metadata=HIDDEN)
    followed_by = fields.List(fields.Integer(), metadata=HIDDEN)
    draft_href = fields.Function(_desk, metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    meeting_ref = fields.String(metadata=HIDDEN)
    meeting_href = fields.Function(meeting_of, metadata=HIDDEN)


class DraftPage(Row):
    title = fields.String(metadata=HIDDEN)
    meeting = fields.String(metadata={"label": "Meeting", "link": "meeting_href"})
    saved = fields.AwareDateTime(metadata={"label": "Last saved"})
    saved_by = fields.String(metadata={"label": "By"})
    circulated = fields.String(metadata={"label": "Last circulated", "link": "circulated_href"})
    boxes = fields.Dict(metadata=HIDDEN)
    blocks = fields.List(fields.Nested(BlockRow), metadata=HIDDEN)
    wordings = fields.Nested(WordingRow, many=True, metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    meeting_href = fields.Function(meeting_of, metadata=HIDDEN)
    circulated_href = fields.Function(
        lambda line: line["circulated_ref"] and url_for("minutes.minutes", word=line["circulated_ref"]),
        metadata=HIDDEN,
    )


class ComparedPage(Row):
    title = fields.String(metadata=HIDDEN)
    minutes = fields.String(metadata={"link": "href"})
    before = fields.Integer(metadata={"label": "Compared with version"})
    version = fields.Integer(metadata=HIDDEN)
    passages = fields.List(fields.Dict(), metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(page_of, metadata=HIDDEN)


class LetterRow(Row):
    """Somebody who is to have the minutes, before they go out."""

    name = fields.String()
    why = fields.String(metadata={"label": "Why"})
    letter = fields.String(metadata={"label": "By letter"})


class ChangeRow(Row):
    text = fields.String(metadata={"label": "What the registers now say"})
