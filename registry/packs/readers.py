"""Whose pack it is: what its reader has of the meeting, of what came before it, and what she does not."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from registry.accounts.caller import Caller
from registry.actions import reading as actions
from registry.conflicts.reading import Reader
from registry.decisions import reading as decisions
from registry.meetings.bars import papers_kept_from
from registry.meetings.counting import NOBODY
from registry.meetings.models import Meeting
from registry.meetings.restricted import may_read, withheld
from registry.minutes.readers import kept_from
from registry.people.queries import person_of

Line = dict[str, Any]


@dataclass(frozen=True)
class PackReader:
    """Of the `hidden` items, by their refs, the pack has no more than that they are restricted; of those whose papers
    are `kept` from its reader, by their refs with why, all but those. `of_minutes` says the same of an earlier meeting.
    """

    hidden: Collection[str]
    kept: Mapping[str, str]
    actions: actions.Reads
    decisions: decisions.Reads
    of_minutes: Callable[[Meeting], Line]

    @property
    def of_conflicts(self) -> Reader:
        """Whoever reads it is told nothing that people keep private."""
        return Reader(lambda _: False, lambda _: self.hidden)


def anybody(meeting: Meeting) -> PackReader:
    """Whoever may read nothing restricted."""
    actions_read, decisions_read = actions.what_everybody_reads(), decisions.as_everybody_reads()
    return PackReader(withheld(meeting), NOBODY, actions_read, decisions_read, lambda last: {"hidden": withheld(last)})


def reader_of(meeting: Meeting, account: Caller) -> PackReader:
    hidden = frozenset[str]() if may_read(account, meeting) else withheld(meeting)
    kept = papers_kept_from(person_of(account), meeting)
    actions_read, decisions_read = actions.reads_of(account), decisions.as_read_by(account)
    return PackReader(hidden, kept, actions_read, decisions_read, partial(kept_from, account))
