"""Copies are handed out: printed, entered in the log of prints, and in that of who had which."""

from typing import Any

from registry.accounts.caller import note_access
from registry.editions.copies import Copy, reads
from registry.editions.drawing import book_of
from registry.editions.models import Edition
from registry.editions.opening import note_opened
from registry.editions.printing import print_book, print_insert
from registry.meetings.restricted import withheld
from registry.paper import STANDARD
from registry.press import Wanted


def hand_out(edition: Edition, copy: Copy, *, account_ref: str | None, style: str = STANDARD) -> bytes:
    """A copy of an edition, as the books knew the pack when it was issued."""
    wanted = _wanted(edition, copy, "editions.edition", account_ref, _styled(style))
    return _handed(edition, copy, account_ref, print_book(book_of(edition, copy), wanted))


def hand_out_insert(
    edition: Edition, since: Edition, copy: Copy, *, account_ref: str | None, style: str = STANDARD
) -> bytes:
    """What has changed in a copy since an earlier edition, with the list of what to do with it."""
    wanted = _wanted(edition, copy, "editions.insert", account_ref, {"since": since.number} | _styled(style))
    paper = print_insert(book_of(since, copy), book_of(edition, copy), wanted)
    return _handed(edition, copy, account_ref, paper)


def _styled(style: str) -> dict[str, str]:
    return {} if style == STANDARD else {"style": style}


def _wanted(edition: Edition, copy: Copy, door: str, account_ref: str | None, asked: dict[str, Any]) -> Wanted:
    """What the log of prints says: it tells of the day of the meeting, whatever day is looked at."""
    titles = {"editions.edition": "Pack", "editions.insert": "Pages to insert in a pack"}
    return Wanted(
        title=f"{titles[door]}, edition {edition.number}",
        door=door,
        asked={"for": copy.person_ref or copy.kind} | asked,
        about_ref=edition.ref,
        on=edition.meeting.on,
        known=edition.known,
        shows=[edition.ref, edition.meeting_ref],
        account_ref=account_ref,
    )


def _handed(edition: Edition, copy: Copy, account_ref: str | None, paper: bytes) -> bytes:
    note_handed(edition, copy, account_ref=account_ref)
    return paper


def note_handed(edition: Edition, copy: Copy, *, account_ref: str | None) -> None:
    """Enter who was handed which copy; and in the access log, if it has what is restricted."""
    note_opened(edition.ref, copy, account_ref=account_ref)
    if withheld(edition.meeting) and not reads(copy, edition.meeting).hidden:
        note_access("had a pack with restricted items", edition.ref, account_ref=account_ref or copy.person_ref)
