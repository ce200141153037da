"""Who may have which minute books, and what of them: always by the live books."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from registry.accounts.caller import Caller
from registry.decisions.reading import Reads, as_read_by
from registry.meetings.models import Meeting
from registry.meetings.restricted import PERMISSION as RESTRICTED_ITEMS
from registry.meetings.restricted import bodies_of
from registry.minutes.readers import PERMISSION, kept_from
from registry.structure.models import GENERAL_MEETING, Body


@dataclass(frozen=True)
class BookReader:
    """`of_minutes` says which items of a meeting are hidden or kept from her; `decisions` reads lines of decisions."""

    may_read: Callable[[Body], bool]
    reads_restricted: Callable[[Body], bool]
    of_minutes: Callable[[Meeting], dict[str, Any]]
    decisions: Reads


def reader_of(account: Caller) -> BookReader:
    """The members’ book is their own; another is for the board, the office, and whoever sits on the body."""
    sits_on = bodies_of(account)

    def may_read(body: Body) -> bool:
        return account.may(PERMISSION) or body.kind == GENERAL_MEETING or body.ref in sits_on

    def reads_restricted(body: Body) -> bool:
        return account.may(RESTRICTED_ITEMS) or body.ref in sits_on

    return BookReader(may_read, reads_restricted, partial(kept_from, account), as_read_by(account))
