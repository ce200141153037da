"""What was put to the vote, and what was decided: each decision in its exact words, under its number."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.decisions.models import Decision
from registry.decisions.queries import decisions_at
from registry.decisions.standing import VOTES
from registry.meetings.models import Meeting
from registry.minutes.said import DECISION, VOTE, Said
from registry.minutes.words import put_to_the_vote_said
from registry.votes.queries import votes_at

Found = dict[str | None, list[Said]]


def votes(meeting: Meeting) -> Found:
    """What was put, unless a decision of that item says it in the same words; and what the vote on it came to."""
    items, found, resolved = _items(meeting), defaultdict[str | None, list[Said]](list), _resolved_at(meeting)
    for line in votes_at(meeting):
        put = line["first_put_as"] or line["question"]
        is_told = line["follows_ref"] or any(text.endswith(put) for text in resolved[line["item_ref"]])
        told = [*([] if is_told else [put_to_the_vote_said(put)]), *line["sentences"]]
        said = (Said(VOTE, each, "votes.vote", line["ref"], after=True) for each in told)
        found[line["item_ref"] if line["item_ref"] in items else None] += said
    return found


def _resolved_at(meeting: Meeting) -> defaultdict[str | None, list[str]]:
    """The words of what was decided, item by item."""
    found = defaultdict[str | None, list[str]](list)
    asked = select(Decision.item_ref, Decision.text).where(Decision.meeting_ref == meeting.ref)
    for item, text in db.session.execute(asked):
        found[item].append(text)
    return found


def decisions(meeting: Meeting) -> Found:
    asked = select(Decision.ref, Decision.item_ref).where(Decision.meeting_ref == meeting.ref)
    about = {decision: item for decision, item in db.session.execute(asked)}
    items, found = _items(meeting), defaultdict[str | None, list[Said]](list)
    counted = {line["item_ref"] for line in votes_at(meeting) if line["stands"]}
    for line in decisions_at(meeting, date.max):
        item = about[line["ref"]]
        label = _label(line, () if item in counted else VOTES)
        said = Said(DECISION, line["text"], "decisions.decision", line["ref"], label=label, after=True)
        found[item if item in items else None].append(said)
    return found


def _items(meeting: Meeting) -> Collection[str]:
    return {item.ref for item in meeting.items}


def _label(line: dict[str, Any], ways: Collection[str]) -> str:
    """BRD/26/4: carried; 7 for, 1 against; moved by Dr Patel. The votes are told here unless they were told before."""
    numbers = (line["votes_for"], line["votes_against"], line["abstained"])
    counted = ", ".join(f"{count} {way}" for count, way in zip(numbers, ways, strict=False) if count is not None)
    mover = f"moved by {line['mover']}" if line["mover"] and ways else ""
    return "; ".join(filter(None, (f"{line['number']}: {line['outcome']}", counted, mover)))
