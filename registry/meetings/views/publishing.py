"""An agenda is looked over, and published in versions."""

from flask import g

from registry.doors import WhatItComesTo
from registry.doors.before import Foretold
from registry.meetings import commands, rules
from registry.meetings.lawfulness import lawfulness_of
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld_from
from registry.meetings.schemas import ChangeRow, CheckRow, PublishForm, VersionRow
from registry.meetings.versions import changes_since, versions_of
from registry.meetings.views.doors import at, lines_of, room, stands


@room.page(
    "/<word>/versions", needs="meetings.read", tells=VersionRow, title="Versions of the agenda", of=Meeting, many=True
)
def versions(meeting, on):
    return lines_of(meeting, versions_of(meeting, withheld_from(g.account, meeting)))


@room.page("/<word>/check", needs="meetings.publish", tells=CheckRow, title="Before it goes out", of=Meeting, many=True)
def check(meeting, on):
    return lines_of(meeting, lawfulness_of(meeting))


def is_to_be_published(meeting: Meeting) -> bool:
    """Whether it stands, and nothing of it or not all of it is out."""
    return stands(meeting) and (meeting.version is None or bool(changes_since(meeting)))


def what_goes_out(meeting, answer):
    """What this version would change, and what was looked at."""
    changes = [vars(change) for change in changes_since(meeting)]
    since = f"What has changed since version {meeting.version.number}" if meeting.version else "What has changed"
    first = "Nothing has been published yet: this is the first version."
    return [
        Foretold(since, ChangeRow, changes, empty=first if meeting.version is None else "Nothing."),
        Foretold("What was looked at", CheckRow, lawfulness_of(meeting)),
    ]


@room.form(
    "/<word>/publish",
    needs="meetings.publish",
    asks=PublishForm,
    title="Publish the agenda",
    of=Meeting,
    edits=True,
    offers=lambda meeting: {"edition": rules.least_edition(meeting.version is None, changes_since(meeting))},
    before=WhatItComesTo(what_goes_out),
    when=is_to_be_published,
)
def publish(meeting, answer):
    commands.publish(meeting, **answer, by=g.account)
    return at(meeting)
