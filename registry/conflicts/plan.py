"""The plan of a meeting: item by item, whose interests it touches, its quorum, and what may be done without one."""

from collections import defaultdict
from datetime import date

from registry.conflicts.queries import conflicts_at
from registry.conflicts.reading import ANYBODY, Reader
from registry.conflicts.telling import Line, might_count
from registry.meetings.counting import Counting
from registry.meetings.models import Item, Meeting
from registry.meetings.queries import seats_that_day
from registry.meetings.restricted import RESTRICTED

MIGHT = "may have a conflict"


def plan_of(meeting: Meeting, day: date, reader: Reader = ANYBODY) -> Line:
    """Every item of a meeting with its conflicts, and its quorum without those whom they keep out of it."""
    lines, hidden = conflicts_at(meeting, day, reader), reader.hidden_at(meeting)
    counting = Counting(meeting, seats_that_day(meeting))
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
                **_quorum_of(item, counting, by_item[item.ref], is_hidden=item.ref in hidden),
            }
            for item in meeting.items
            if item.withdrawn is None
        ],
    }


def _quorum_of(item: Item, counting: Counting, lines: list[Line], *, is_hidden: bool) -> Line:
    """The quorum of an item as it was counted or, before the meeting, as it can be foreseen.

    What is found and not yet handled is reckoned with apart: `worst` is what would be left if all of it were confirmed.
    Of an item that is hidden from the reader, it names nobody who has a conflict.
    """
    is_held = counting.meeting.attendance_is_recorded
    quorum = counting.quorum(item.ref) if is_held else counting.foreseen(item.ref)
    return {
        "quorum": (quorum.without_conflicts() if is_hidden else quorum).sentence,
        "quorate": quorum.quorate,
        "remedies": [{"text": each.sentence, "authority": each.authority} for each in counting.remedies(quorum)],
        "worst": _if_all_is_confirmed(item, counting, lines) if quorum.quorate and not is_held else "",
    }


def _if_all_is_confirmed(item: Item, counting: Counting, lines: list[Line]) -> str:
    """What the quorum would come to, where it would be lost; else nothing."""
    worst = counting.foreseen(item.ref, {line["person_ref"]: MIGHT for line in lines if might_count(line)})
    return "" if worst.quorate else f"If all that was found is confirmed: {worst.sentence}"
