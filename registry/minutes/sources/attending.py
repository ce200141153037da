"""Who was there, and who left and came back."""

from registry.meetings.counting import Counting
from registry.meetings.models import Attendance, Meeting
from registry.meetings.queries import seats_that_day
from registry.meetings.voices import is_of_members, titles_of
from registry.minutes.said import ATTENDANCE, Said
from registry.minutes.words import Attended, Mark, movements_said, people_said

PAGE = "meetings.attendance"
MEMBER = "member"


def who_came(meeting: Meeting) -> dict[str | None, list[Said]]:
    if not meeting.attendance_is_recorded:
        return {}
    return {None: [Said(ATTENDANCE, text, PAGE, meeting.ref) for text in people_said(attended_at(meeting))]}


def who_left(meeting: Meeting) -> dict[str | None, list[Said]]:
    """Item by item, whoever attended it otherwise than the meeting as a whole."""
    items = {item.place: item.ref for item in meeting.items}
    return {
        items[number]: [Said(ATTENDANCE, text, PAGE, meeting.ref) for text in sentences]
        for number, sentences in movements_said(attended_at(meeting)).items()
    }


def attended_at(meeting: Meeting) -> list[Attended]:
    """Those with a seat or a voice in the order of the seats, then whoever else was marked, by name."""
    counting = Counting(meeting, seated := seats_that_day(meeting))
    roles = titles_of(seated) | _voices(counting)
    marked = {mark.person_ref for mark in meeting.attendances}
    expected = [ref for ref in roles if ref in marked or not is_of_members(meeting)]
    others = sorted(marked - roles.keys(), key=counting.names.__getitem__)
    return [_attended(meeting, ref, counting.names[ref], roles.get(ref, [])) for ref in (*expected, *others)]


def _voices(counting: Counting) -> dict[str, list[str]]:
    """Who comes for a seat or for a member’s account and holds no seat; in general meeting, each member."""
    found: dict[str, list[str]] = {}
    came = {mark.person for mark in counting.marks}
    for voice in counting.voices:
        if is_of_members(counting.meeting):
            found |= {person: [MEMBER] for person in voice.holders}
        found |= {person: [words] for person, words in voice.others.items() if person in came}
    return found


def _attended(meeting: Meeting, person: str, name: str, roles: list[str]) -> Attended:
    marks = [mark for mark in meeting.attendances if mark.person_ref == person]
    whole = next((mark for mark in marks if mark.item_ref is None), None)
    return Attended(name, roles, whole.mark if whole else None, whole.how if whole else "", _by_item(meeting, marks))


def _by_item(meeting: Meeting, marks: list[Attendance]) -> list[Mark]:
    numbers = {item.ref: item.place for item in meeting.items}
    of_items = [mark for mark in marks if mark.item_ref in numbers]
    told = (Mark(numbers[mark.item_ref or ""], mark.mark, mark.at, mark.reason) for mark in of_items)
    return sorted(told, key=lambda mark: mark.number)
