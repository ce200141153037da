"""The versions of an agenda: each is whole in the ledger, and what differs between two is found from their texts."""

from collections.abc import Collection
from typing import Any

from registry.ledger import Text, text_now, texts_of
from registry.meetings import rules
from registry.meetings.models import AgendaVersion, Meeting
from registry.meetings.rules import Change


def changes_since(meeting: Meeting, hidden: Collection[str] = ()) -> list[Change]:
    """What has changed since the agenda was last published; nothing, while it has not been."""
    if (last := meeting.version) is None:
        return []
    texts = texts_of(meeting.ref, [last.of_rev])
    return _between(texts, last, text_now(meeting), hidden)


def versions_of(meeting: Meeting, hidden: Collection[str] = ()) -> list[dict[str, Any]]:
    """Every version, the latest first: what it changed, and the instant at which the ledger has it."""
    texts = texts_of(meeting.ref, [version.of_rev for version in meeting.versions])
    before: list[AgendaVersion | None] = [None, *meeting.versions]
    told = [
        _line(meeting, version, texts) | {"changes": _changed(texts, earlier, version, hidden)}
        for earlier, version in zip(before, meeting.versions, strict=False)
    ]
    return told[::-1]


def _changed(
    texts: dict[int, Text], earlier: AgendaVersion | None, version: AgendaVersion, hidden: Collection[str]
) -> list[str]:
    if earlier is None or (text := texts.get(version.of_rev)) is None:
        return []
    return [change.sentence for change in _between(texts, earlier, text.document, hidden)]


def _between(
    texts: dict[int, Text], earlier: AgendaVersion, after: dict[str, Any], hidden: Collection[str]
) -> list[Change]:
    text = texts.get(earlier.of_rev)
    return [] if text is None else rules.changes(text.document, after, hidden)


def _line(meeting: Meeting, version: AgendaVersion, texts: dict[int, Text]) -> dict[str, Any]:
    text = texts.get(version.of_rev)
    return {
        "meeting_ref": meeting.ref,
        "version": version.number,
        "published": version.published,
        "edition": rules.CORRECTION if version.minor else rules.NEW_VERSION,
        "known": text and text.recorded,
    }
