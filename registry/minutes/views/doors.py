from collections.abc import Mapping
from typing import Any

from flask import abort, g, url_for

from registry.accounts.caller import note_access
from registry.doors import Room
from registry.meetings.bars import papers_kept_from
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld, withheld_from
from registry.minutes import rules
from registry.minutes.models import Minutes, MinutesDraft
from registry.minutes.readers import hidden_from, may_read
from registry.people.queries import person_of

room = Room(__name__)


def at(minutes: Minutes) -> str:
    return url_for("minutes.minutes", word=minutes.ref)


def at_draft(draft: MinutesDraft) -> str:
    return url_for("minutes.draft", word=draft.ref)


def entered(meeting: Meeting) -> Meeting:
    """The meeting, once it is known that this reader may have its minutes; restricted ones are noted as read."""
    if not may_read(g.account, meeting):
        abort(403, rules.is_for_whoever_sits_there.sentence)
    if withheld(meeting) - withheld_from(g.account, meeting):
        note_access("read minutes with restricted items", meeting.ref, account_ref=g.account.ref)
    return meeting


def readable(meeting: Meeting) -> bool:
    return may_read(g.account, meeting)


def what_is_kept(meeting: Meeting) -> dict[str, Any]:
    """Which items of the minutes this reader does not have: the restricted, and those kept for a conflict, with why."""
    kept: Mapping[str, str] = papers_kept_from(person_of(g.account), meeting)
    return {"hidden": withheld_from(g.account, meeting), "kept": kept}


def hidden(meeting: Meeting) -> frozenset[str]:
    return hidden_from(g.account, meeting)
