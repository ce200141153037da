"""The items, and the papers that were before the meeting."""

from typing import Any

from registry.meetings.models import Item, Meeting
from registry.meetings.proceedings import papers_of
from registry.minutes.said import HEADING, PAPERS, Said
from registry.minutes.words import paper_said
from registry.wording import day as in_words

MEETING = "meetings.meeting"


def papers(meeting: Meeting) -> dict[str | None, list[Said]]:
    """Each item under its heading, with who presented it and what was read."""
    read = papers_of(meeting)
    return {item.ref: [_heading(meeting, item), *_presented(meeting, item, read[item.ref])] for item in meeting.items}


def _heading(meeting: Meeting, item: Item) -> Said:
    withdrawn = f" (withdrawn on {in_words(item.withdrawn)})" if item.withdrawn else ""
    return Said(HEADING, f"{item.title}{withdrawn}", MEETING, meeting.ref, label=str(item.place))


def _presented(meeting: Meeting, item: Item, papers: list[dict[str, Any]]) -> list[Said]:
    by = [f"{item.presenter.name_on(meeting.on)} presented it."] if item.presenter and not item.withdrawn else []
    read = [
        paper_said(paper["letter"], paper["title"], paper["pages"], is_late=paper["late"] is not None)
        for paper in papers
    ]
    return [Said(PAPERS, text, MEETING, meeting.ref) for text in (*by, *read)]
