"""Who may read which minutes, and which items of them: always by the live books."""

from collections.abc import Callable
from typing import Any

from registry.accounts.caller import Caller
from registry.meetings.bars import papers_kept_from
from registry.meetings.models import Meeting
from registry.meetings.restricted import bodies_of, withheld_from
from registry.meetings.voices import is_of_members
from registry.people.queries import person_of

PERMISSION = "minutes.read_restricted"


def may_read(account: Caller, meeting: Meeting) -> bool:
    return what_may_be_read(account)(meeting)


def what_may_be_read(account: Caller) -> Callable[[Meeting], bool]:
    """General meetings are their members' own; of others read the board, the office, and whoever sits on the body.

    Where she sits is asked once for all the meetings.
    """
    if account.may(PERMISSION):
        return lambda _: True
    bodies = bodies_of(account)
    return lambda meeting: is_of_members(meeting) or meeting.body_ref in bodies


def hidden_from(account: Caller, meeting: Meeting) -> frozenset[str]:
    """The items of which a reader has nothing: restricted business, and what a conflict keeps its papers from her."""
    return withheld_from(account, meeting) | papers_kept_from(person_of(account), meeting).keys()


def kept_from(account: Caller, meeting: Meeting) -> dict[str, Any]:
    """The same apart: the `hidden`, and those `kept` for a conflict with why."""
    return {"hidden": withheld_from(account, meeting), "kept": papers_kept_from(person_of(account), meeting)}
