from flask import url_for

from registry.doors import Room
from registry.meetings.models import Meeting

room = Room(__name__)


def at(meeting: Meeting) -> str:
    return url_for("meetings.meeting", word=meeting.ref)
