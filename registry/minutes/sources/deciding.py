"""What was decided: each decision in its exact words, under its number."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.decisions.models import Decision
from registry.decisions.queries import VOTES, decisions_at
from registry.meetings.models import Meeting
from registry.minutes.said import DECISION, Said


def decisions(meeting: Meeting) -> dict[str | None, list[Said]]:
    asked = select(Decision.ref, Decision.item_ref).where(Decision.meeting_ref == meeting.ref)
    about = {decision: item for decision, item in db.session.execute(asked)}
    items = {item.ref for item in meeting.items}
    found = defaultdict[str | None, list[Said]](list)
    for line in decisions_at(meeting, date.max):
        item = about[line["ref"]]
        said = Said(DECISION, line["text"], "decisions.decision", line["ref"], label=_label(line), after=True)
        found[item if item in items else None].append(said)
    return found


def _label(line: dict[str, Any]) -> str:
    """BRD/26/4: carried; 7 for, 1 against; moved by Dr Patel."""
    votes = zip((line["votes_for"], line["votes_against"], line["abstained"]), VOTES, strict=True)
    counted = ", ".join(f"{count} {word}" for count, word in votes if count is not None)
    mover = f"moved by {line['mover']}" if line["mover"] else ""
    return "; ".join(filter(None, (f"{line['number']}: {line['outcome']}", counted, mover)))
