from flask import g, url_for

from registry.accounts.caller import note_access
from registry.conflicts.barring import bars_of_conflicts
from registry.conflicts.reading import Reader
from registry.conflicts.telling import Line
from registry.doors import Room
from registry.links.opening import unkept
from registry.meetings import bars
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld_from

room = Room(__name__, under="meetings")
room.after_request(unkept)
bars.hang(bars_of_conflicts)


def reader() -> Reader:
    """Whoever has asked for this page."""
    return Reader(
        lambda person_ref: g.account.may("interests.read_private", scope=person_ref),
        lambda meeting: withheld_from(g.account, meeting),
    )


def noted(lines: list[Line]) -> list[Line]:
    """What is about to be told; where some of it is private, the access log says who read it."""
    if private := sorted({line["person_ref"] for line in lines if line["private"]}):
        note_access("read private interests", ", ".join(private), account_ref=g.account.ref)
    return lines


def at(meeting: Meeting) -> str:
    return url_for("conflicts.plan", word=meeting.ref)
