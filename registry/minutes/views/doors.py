from collections.abc import Callable
from typing import Any

from flask import abort, g, url_for

from registry.accounts.caller import note_access
from registry.doors import Room
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld, withheld_from
from registry.meetings.stages import hang
from registry.minutes import rules
from registry.minutes.held import stages_of
from registry.minutes.models import Minutes, MinutesDraft
from registry.minutes.readers import hidden_from, kept_from, may_read, what_may_be_read

room = Room(__name__)
hang(stages_of)


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


def readable() -> Callable[[Meeting], bool]:
    """Of which meetings whoever has asked for this page may read the minutes."""
    return what_may_be_read(g.account)


def what_is_kept(meeting: Meeting) -> dict[str, Any]:
    return kept_from(g.account, meeting)


def hidden(meeting: Meeting) -> frozenset[str]:
    return hidden_from(g.account, meeting)
