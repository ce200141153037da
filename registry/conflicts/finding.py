"""Which items of a meeting touch whose interests, found in the registers as they stand on the day of the meeting."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from registry.conflicts.about import matters_of
from registry.conflicts.matching import CERTAIN, DISCLOSURE, GRADES, Link, Match, Tie, matches
from registry.conflicts.ties import ties_of
from registry.db import db
from registry.disclosures.models import Disclosure
from registry.meetings import queries as meetings
from registry.meetings.models import Meeting
from registry.structure.models import GENERAL_MEETING

Pair = tuple[str, str]
"""The ref of an item, and of a person."""

Found = Mapping[Pair, list[Match]]


def found_at(meeting: Meeting, seated: list[dict[str, Any]] | None = None) -> Found:
    """Every match of an item with a person who has a seat on the body that day, the surest first.

    Members in general meeting vote their own shares in their own interest: of a general meeting nothing is found.
    """
    if meeting.body.kind == GENERAL_MEETING:
        return {}
    lines = meetings.seats_that_day(meeting) if seated is None else seated
    people = dict.fromkeys(ref for line in lines for ref in line["people"])
    ties = ties_of(people, meeting.on)
    found: dict[Pair, list[Match]] = defaultdict(list)
    told = _declared_at(meeting)
    for item, matter in matters_of(meeting).items():
        for person in people:
            met = [match for tie in ties[person] if tie.ref != meeting.body_ref for match in matches(tie, matter)]
            met += told.get((item, person), [])
            if met:
                found[item, person] = sorted(met, key=lambda match: GRADES.index(match.grade))
    return found


def _declared_at(meeting: Meeting) -> Found:
    """What directors declared at the meeting, of items of it: known for certain, whatever the registers had."""
    declared: dict[Pair, list[Match]] = defaultdict(list)
    for each in db.session.scalars(select(Disclosure).where(Disclosure.meeting_ref == meeting.ref)):
        interest = interest_in_words(each)
        tie = Tie(each.person_ref, None, "", Link.OWN, interest, interest, DISCLOSURE, each.ref)
        words = f"Declared at the meeting: {interest}"
        declared[each.item_ref, each.person_ref].append(Match(CERTAIN, words, words, tie))
    return declared


def interest_in_words(declared: Disclosure) -> str:
    """Its nature and extent, or those of the notice that it stands under."""
    told = declared if declared.nature or declared.notice is None else declared.notice
    return "; ".join(part for part in (told.nature, told.extent) if part)
