"""The boxes in which minutes are written, as people call them."""

from registry.meetings.models import Meeting
from registry.minutes.facts import BEFORE_ITEM, CLOSING, OPENING

NAMES = {OPENING: "After the opening", CLOSING: "The close of the meeting"}


def in_words(meeting: Meeting, box: str) -> str:
    """Item 3: what was discussed."""
    number = next((item.place for item in meeting.items if f"{BEFORE_ITEM}{item.ref}" == box), None)
    return NAMES.get(box, f"Item {number}: what was discussed")
