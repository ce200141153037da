"""Which meeting it was, in whose chair and on what notice; whether there was a quorum; and what it left undone."""

from collections.abc import Iterator

from registry.meetings.counting import Counting
from registry.meetings.models import Meeting
from registry.meetings.notices import notice_reckoned
from registry.meetings.proceedings import chairs_in_words
from registry.meetings.queries import seats_that_day
from registry.meetings.standing import adjournments_of
from registry.meetings.voices import is_of_members
from registry.minutes.said import CALLING, QUORUM, Said
from registry.minutes.words import joined, meeting_said, quorum_said
from registry.press import letterhead
from registry.structure.models import BOARD, COMMITTEE, Body
from registry.terms.in_force import rules_in_force

MEETING, ATTENDANCE_PAGE, SERVICE = "meetings.meeting", "meetings.attendance", "meetings.service"


def opening(meeting: Meeting) -> dict[str | None, list[Said]]:
    return {None: list(_opening(meeting))}


def _opening(meeting: Meeting) -> Iterator[Said]:
    of = letterhead(meeting.on)
    for text in meeting_said(
        body=_with_article(meeting.body),
        is_general=is_of_members(meeting),
        on=meeting.on,
        begins=meeting.begins,
        place=meeting.place,
        joining=meeting.joining,
        company=of["company"],
        number=of["company_number"],
    ):
        yield Said(CALLING, text, MEETING, meeting.ref)
    chairs = joined(chairs_in_words(meeting))
    chaired = f"In the chair: {chairs}." if chairs else "Who was in the chair is not on record."
    yield Said(CALLING, chaired, ATTENDANCE_PAGE, meeting.ref)
    notice = notice_reckoned(meeting, rules_in_force(meeting.body, meeting.on)).sentence
    yield Said(CALLING, f"Notice: {notice[:1].lower()}{notice[1:]}.", SERVICE, meeting.ref)


def _with_article(body: Body) -> str:
    """The Board of Directors; but South Blaby PCN, and Rutland."""
    takes_one = body.kind in (BOARD, COMMITTEE) and not body.name.startswith("The ")
    return f"the {body.name}" if takes_one else body.name


def quorums(meeting: Meeting) -> dict[str | None, list[Said]]:
    """Of the meeting as a whole, and of each item of which something else is to be said."""
    if not meeting.attendance_is_recorded:
        return {None: [Said(QUORUM, "Attendance is not on record, nor so the quorum.", ATTENDANCE_PAGE, meeting.ref)]}
    counted = Counting(meeting, seats_that_day(meeting)).quorums()
    told = {item: quorum_said(quorum.sentence, quorum.quorate) for item, quorum in counted.items()}
    differing = {item: said for item, said in told.items() if item is None or said != told[None]}
    return {item: [Said(QUORUM, said, MEETING, meeting.ref)] for item, said in differing.items()}


def closing(meeting: Meeting) -> dict[str | None, list[Said]]:
    """What it took up from another meeting, or left to one."""
    told = adjournments_of(meeting)
    return {None: [Said(CALLING, f"{each['sentence']}.", MEETING, each["ref"], after=True) for each in told]}
