from functools import partial

from flask import g, url_for

from registry.accounts.caller import note_private
from registry.conflicts.barring import bars_of_conflicts
from registry.conflicts.reading import Reader
from registry.doors import Room
from registry.links.opening import unkept
from registry.meetings import bars
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld_from

room = Room(__name__, under="meetings")
room.after_request(unkept)
bars.hang(bars_of_conflicts)

noted = partial(note_private, "read private interests")
"""What is about to be told; if some of it is private, the access log says who read it."""


def reader() -> Reader:
    """Whoever has asked for this page."""
    return Reader(
        lambda person_ref: g.account.may("interests.read_private", scope=person_ref),
        lambda meeting: withheld_from(g.account, meeting),
    )


def at(meeting: Meeting) -> str:
    return url_for("conflicts.plan", word=meeting.ref)
