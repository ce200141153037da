"""The plan of a meeting: item by item, whose interests it touches, its quorum, and what may be done without one."""

from collections import defaultdict
from datetime import date

from registry.conflicts.queries import conflicts_at
from registry.conflicts.reading import ANYBODY, Reader
from registry.conflicts.telling import Line, might_count
from registry.meetings import queries as meetings
from registry.meetings.models import Item, Meeting
from registry.meetings.quorum import Quorum
from registry.meetings.restricted import RESTRICTED

MIGHT = "may have a conflict"


def plan_of(meeting: Meeting, day: date, reader: Reader = ANYBODY) -> Line:
    """Every item of a meeting with its conflicts, and its quorum without those whom they keep out of it."""
    lines, hidden = conflicts_at(meeting, day, reader), reader.hidden_at(meeting)
    by_item: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_item[line["item_ref"]].append(line)
    return {
        "ref": meeting.ref,
        "rev": meeting.rev,
        "meeting": meeting.called,
        "on": meeting.on,
        "to_handle": sum(map(might_count, lines)),
        "items": [
            {
                "number": item.place,
                "title": RESTRICTED if item.ref in hidden else item.title,
                "purpose": item.purpose,
                "conflicts": by_item[item.ref],
                **quorum_of(meeting, item, by_item[item.ref], is_hidden=item.ref in hidden),
            }
            for item in meeting.items
            if item.withdrawn is None
        ],
    }


def quorum_of(meeting: Meeting, item: Item, lines: list[Line], *, is_hidden: bool = False) -> Line:
    """The quorum of an item as it was counted or, before the meeting, as it can be foreseen; by name unless hidden.

    What is found and not yet handled is reckoned with apart: `worst` is what would be left if all of it were confirmed.
    """
    if meeting.attendance_is_recorded:
        return _told(meeting, meetings.quorum_at(meeting, item.ref), is_hidden) | {"worst": ""}
    foreseen = meetings.quorum_foreseen(meeting, item.ref)
    open_still = {line["person_ref"]: MIGHT for line in lines if might_count(line)}
    worst = meetings.quorum_foreseen(meeting, item.ref, open_still)
    is_lost_then = bool(foreseen.quorate) and not worst.quorate
    lost = f"If all that was found is confirmed: {worst.sentence}" if is_lost_then else ""
    return _told(meeting, foreseen, is_hidden) | {"worst": lost}


def _told(meeting: Meeting, quorum: Quorum | None, is_hidden: bool) -> Line:
    """A quorum in words, and what may still be done where there is none."""
    if quorum is None:
        return {"quorum": "", "quorate": None, "remedies": []}
    possible = [{"text": each.sentence, "authority": each.authority} for each in meetings.remedies_of(meeting, quorum)]
    sentence = quorum.numbers if is_hidden else quorum.sentence
    return {"quorum": sentence, "quorate": quorum.quorate, "remedies": possible}
