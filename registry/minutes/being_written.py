"""What is being written of a meeting, as it would go out."""

from collections.abc import Mapping

from registry.accounts.queries import names_of
from registry.meetings.models import Meeting
from registry.minutes.boxes import in_words as box_in_words
from registry.minutes.facts import Block, blocks_of
from registry.minutes.lines import Line
from registry.minutes.models import MinutesDraft
from registry.minutes.said import HEADING


def draft_told(draft: MinutesDraft) -> Line:
    """What is being written, as it would go out; and the wordings between which nobody has chosen yet."""
    meeting = draft.meeting
    names = names_of([draft.saved_by_ref, *(each.account_ref for each in draft.wordings)])
    return {
        "ref": draft.ref,
        "rev": draft.rev,
        "title": draft.called,
        "meeting": meeting.called,
        "meeting_ref": meeting.ref,
        "saved": draft.saved,
        "saved_by": names.get(draft.saved_by_ref, ""),
        "circulated": draft.circulated and f"Version {draft.circulated.version}",
        "circulated_ref": draft.circulated_ref,
        "boxes": draft.boxes,
        "blocks": blocks_told(meeting, draft.boxes),
        "wordings": [
            {
                "ref": each.ref,
                "place": box_in_words(meeting, each.box),
                "here": draft.boxes.get(each.box, ""),
                "stands": draft.boxes.get(each.box, ""),
                "in_line": False,
                "beside": each.text,
                "by": names.get(each.account_ref, ""),
                "at": each.at,
            }
            for each in draft.wordings
        ],
    }


def blocks_told(meeting: Meeting, boxes: Mapping[str, str]) -> list[Line]:
    """Each part of the minutes: the sentences before what is written, that, and those after it."""
    return [_block(meeting, block, boxes) for block in blocks_of(meeting)]


def _block(meeting: Meeting, block: Block, boxes: Mapping[str, str]) -> Line:
    heading = next((each for each in block.before if each.source == HEADING), None)
    before = [each for each in block.before if each is not heading]
    told = {"box": block.box, "label": box_in_words(meeting, block.box), "text": boxes.get(block.box, "")}
    sides = {"before": [_said(each) for each in before], "after": [_said(each) for each in block.after]}
    return told | sides | {"number": heading.label if heading else "", "title": heading.text if heading else ""}


def _said(said: object) -> Line:
    return vars(said) | {"fact_ref": getattr(said, "ref", "")}
