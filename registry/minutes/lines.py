"""What the pages of minutes tell, as plain values."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from registry.meetings.models import Meeting
from registry.meetings.restricted import RESTRICTED
from registry.minutes.models import AT_APPROVAL, OPEN, Correction, Minutes, Passage, Suggestion
from registry.minutes.said import DECISION, HEADING, WRITTEN
from registry.wording import counted
from registry.wording import day as in_words

Line = dict[str, Any]

BEING_WRITTEN, NONE_YET = "being written", "none yet"
CIRCULATED, APPROVED, AUTHENTICATED = "circulated", "approved", "authenticated"
DRAFT_LINE = "DRAFT – subject to confirmation"


def status_on(minutes: Minutes, day: date) -> str:
    if minutes.authenticated is not None and minutes.authenticated <= day:
        return AUTHENTICATED
    return APPROVED if minutes.approved is not None and minutes.approved <= day else CIRCULATED


def approved_said(minutes: Minutes, day: date) -> str | None:
    """On 8 December 2026, at item 7."""
    if minutes.approved is None or minutes.approved > day or minutes.approved_at is None:
        return None
    by = f", by decision {minutes.decision.number}" if minutes.decision else ""
    return f"On {in_words(minutes.approved)}, at item {_number(minutes.approved_at, minutes.approved_item_ref)}{by}"


def authenticated_said(minutes: Minutes, day: date) -> str | None:
    """On 8 December 2026 by Dr Patel, who was in the chair of the meeting of 22 September 2026."""
    if minutes.authenticated is None or minutes.authenticated > day or minutes.authenticated_by is None:
        return None
    name = minutes.authenticated_by.name_on(minutes.authenticated)
    chair = f", in the chair of the meeting of {in_words(minutes.chaired.on)}" if minutes.chaired else ""
    return f"On {in_words(minutes.authenticated)} by {name}{chair}"


def sent_said(minutes: Minutes) -> str:
    letters = sum(each.letter_ref is not None for each in minutes.recipients)
    without = len(minutes.recipients) - letters
    told = f"By letter to {letters}" if letters else "No letter was sent"
    return f"{told}; {counted(without, 'person is', 'people are')} to have them without one" if without else told


def sections_of(
    minutes: Minutes,
    day: date,
    hidden: Collection[str],
    kept: Mapping[str, str],
    suggestions: Iterable[Suggestion] = (),
) -> list[Line]:
    """The opening, each item and the close; of the `hidden` items nothing, and of those `kept` from the reader, why."""
    told = list(suggestions)
    return [
        _section(minutes, list(passages), day, hidden, kept, told)
        for _, passages in groupby(minutes.passages, key=lambda passage: passage.item_ref)
    ]


def _section(
    minutes: Minutes,
    passages: list[Passage],
    day: date,
    hidden: Collection[str],
    kept: Mapping[str, str],
    suggestions: list[Suggestion],
) -> Line:
    item, first = passages[0].item_ref, passages[0]
    is_item, told = first.source == HEADING, {"number": first.label, "title": first.text}
    why = kept.get(item or "", "")
    if item in hidden or why:
        return told | ({} if why else {"title": RESTRICTED}) | {"kept": why, "hidden": not why, "passages": []}
    heading = told if is_item else {"number": "", "title": ""}
    said = passages[1:] if is_item else passages
    lines = [_passage(minutes, each, day, suggestions) for each in said]
    return heading | {"kept": "", "hidden": False, "passages": lines}


def _passage(minutes: Minutes, passage: Passage, day: date, suggestions: Iterable[Suggestion]) -> Line:
    made = [each for each in minutes.corrections if each.passage_ref == passage.ref and each.meeting.on <= day]
    approved = next((each for each in made if each.kind == AT_APPROVAL), None)
    return {
        "minutes_ref": minutes.ref,
        "number": passage.place,
        "written": passage.source == WRITTEN,
        "decision": passage.source == DECISION,
        "label": passage.label,
        "text": approved.words if approved else passage.text,
        "circulated_as": passage.text if approved else "",
        "door": passage.door,
        "fact_ref": passage.fact_ref,
        "corrections": [_correction(each) for each in made if each.kind != AT_APPROVAL],
        "suggestions": [suggestion_line(each, day) for each in suggestions if each.passage_ref == passage.ref],
    }


def _correction(correction: Correction) -> Line:
    at = f"{in_words(correction.meeting.on)}, item {_number(correction.meeting, correction.item_ref)}"
    return {"at": at, "words": correction.words, "meeting_ref": correction.meeting_ref}


def suggestion_line(suggestion: Suggestion, day: date) -> Line:
    is_answered = suggestion.answered is not None and suggestion.answered <= day
    person = suggestion.person
    return {
        "ref": suggestion.ref,
        "rev": suggestion.rev,
        "title": suggestion.called,
        "minutes": suggestion.minutes.called,
        "minutes_ref": suggestion.minutes_ref,
        "number": suggestion.passage.place,
        "passage": suggestion.passage.text,
        "proposed": suggestion.proposed,
        "why": suggestion.why,
        "by": person.name_on(suggestion.on) if person else suggestion.account.name,
        "written_down_by": suggestion.account.name if person else None,
        "on": suggestion.on,
        "outcome": suggestion.outcome if is_answered else OPEN,
        "answer": suggestion.answer if is_answered else "",
    }


def _number(meeting: Meeting, item_ref: str | None) -> int | None:
    return next((item.place for item in meeting.items if item.ref == item_ref), None)
