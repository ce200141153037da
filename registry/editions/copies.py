"""Whose copy of a pack it is: everybody's, one reader's own, what may be published, or the whole for the archive."""

from dataclasses import dataclass, replace

from registry import clock
from registry.accounts.caller import NOBODY, Caller, caller_for
from registry.accounts.models import Account
from registry.accounts.permissions import MEMBER
from registry.db import db
from registry.ledger import live
from registry.meetings import counting
from registry.meetings.models import Meeting
from registry.meetings.restricted import bodies_of_person
from registry.packs.models import CONFLICTS
from registry.packs.readers import PackReader, anybody, reader_of
from registry.people.models import Person

WHOLE, EVERYONE, PUBLIC, READER = "archive", "everyone", "public", "reader"

NOT_PUBLISHED = frozenset({CONFLICTS})
"""What those who meet have before them, and the public has not: how each of them stands to the business."""


@dataclass(frozen=True)
class Copy:
    """A copy of a pack. A `reader`'s own is made for an account and, where it is a person's, for her."""

    kind: str
    account: Caller | None = None
    person_ref: str | None = None
    name: str = ""

    @property
    def left_out(self) -> frozenset[str]:
        """The sections that are in nobody's copy of this kind."""
        return NOT_PUBLISHED if self.kind == PUBLIC else frozenset()


def copy_of(person: Person) -> Copy:
    """A person's own, by all that her account may read or, where she has none, by the seats that she holds."""
    name = person.called
    with live():
        account = db.session.get(Account, person.account_ref) if person.account_ref else None
        caller = caller_for(account, clock.today()) if account else Caller(NOBODY, name, ((MEMBER, person.ref),))
    return Copy(READER, caller, person.ref, name)


def reads(copy: Copy, meeting: Meeting) -> PackReader:
    """What a copy has of the meeting, and of what came before it."""
    if copy.kind == WHOLE:
        return PackReader((), counting.NOBODY, lambda _: True, list, lambda _: {})
    if copy.account is None:
        return anybody(meeting)
    reader = reader_of(meeting, copy.account)
    sits = copy.person_ref is not None and meeting.body_ref in bodies_of_person(copy.person_ref)
    return replace(reader, hidden=frozenset()) if sits else reader
