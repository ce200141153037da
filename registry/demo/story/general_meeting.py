"""The general meeting of 25 February 2020: members, one proxy in time, one notice that was late, and how they voted."""

from datetime import date

from registry.demo.facts import people as facts
from registry.demo.story import votes
from registry.demo.story.cast import Cast
from registry.meetings import commands as meetings
from registry.meetings.models import APOLOGIES, PRESENT
from registry.proxies import commands as proxies
from registry.proxies.models import FOR

IN_TIME, LATE = "C82055", "C82068"


def tell(cast: Cast) -> None:
    """The one came on the Thursday; the other on the Monday, two days of a weekend after Friday evening."""
    meeting, chair = cast.meetings["general"], cast.person(facts.CHAIR)
    _lodge(cast, IN_TIME, on=date(2020, 2, 20), at="15:10")
    _lodge(cast, LATE, on=date(2020, 2, 24), at="09:30")
    lines = [
        {"person": member.holders[0].person, "mark": APOLOGIES if code in (IN_TIME, LATE) else PRESENT}
        for code, member in cast.members.items()
    ]
    meetings.record_attendance(meeting, lines=lines, by=cast.secretary)
    meetings.take_chair(meeting, person=chair, by=cast.secretary)
    proxies.admit(meeting, by=cast.secretary)
    votes.of_the_members(cast)


def _lodge(cast: Cast, code: str, *, on: date, at: str) -> None:
    """Both name the chair of the meeting."""
    proxies.lodge(
        cast.meetings["general"],
        member=cast.members[code],
        signed_by=cast.members[code].holders[0].person,
        lodged_on=on,
        lodged_at=at,
        instructions=[{"item": 1, "how": FOR}],
        by=cast.secretary,
    )
