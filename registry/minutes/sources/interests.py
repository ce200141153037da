"""What was declared, the notices that were read, and how conflicts were handled; nothing that people keep private."""

from collections import defaultdict
from typing import Any

from registry.conflicts.queries import conflicts_at
from registry.conflicts.reading import Reader
from registry.disclosures.queries import disclosures_at, notices_at
from registry.meetings.models import DECLARATIONS, Meeting
from registry.minutes.said import INTERESTS, Said
from registry.minutes.words import declared_said

PLAN, DECLARED, NOTICE = "conflicts.plan", "disclosures.disclosure", "disclosures.notice"
NOBODYS_SECRETS = Reader(lambda _: False, lambda _: ())

Found = dict[str | None, list[Said]]


def notices(meeting: Meeting) -> Found:
    """The notices given or read at the meeting: at their item, or else at that of declarations."""
    items = {item.place: item.ref for item in meeting.items}
    usual = next((item.ref for item in meeting.items if item.standing == DECLARATIONS), None)
    found: Found = defaultdict(list)
    for line in notices_at(meeting, meeting.on):
        if line["meeting_ref"] == meeting.ref:
            found[items.get(line["item"]) or usual].append(Said(INTERESTS, _notice(line), NOTICE, line["ref"]))
    return found


def _notice(line: dict[str, Any]) -> str:
    done = "was brought up and read" if line["is_general"] else "was noted"
    return f"The {line['kind']} by {line['person']}, in {line['organisation']}, {done}."


def declared(meeting: Meeting) -> Found:
    """How each conflict was handled; and what was declared of which nothing else is to be said."""
    found: Found = defaultdict(list)
    handled = set()
    for line in conflicts_at(meeting, meeting.on, NOBODYS_SECRETS):
        if line["minute"]:
            handled.add((line["item_ref"], line["person_ref"]))
            found[line["item_ref"]].append(Said(INTERESTS, line["minute"], PLAN, meeting.ref))
    items = {item.place: item.ref for item in meeting.items}
    for line in disclosures_at(meeting, meeting.on):
        item = items[line["number"]]
        if (item, line["person_ref"]) not in handled:
            text = declared_said(line["person"], line["nature"], line["extent"], line["notice"])
            found[item].append(Said(INTERESTS, text, DECLARED, line["ref"]))
    return found
