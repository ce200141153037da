"""What a published file would change in the register: worked out once, for the preview and for the act alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.periods import ONE_DAY
from registry.practices.models import ADDRESS, COMMISSIONER, NAME, STATUS, Particular, Practice
from registry.practices.published import PublishedListSize, PublishedPractice

NEW, OPENED, CLOSED, LIST_SIZE = "new practice", "first day", "last day", "list size"
CLOSED_STATUS = "C"
STATUS_WORDS = {"A": "active", "C": "closed", "D": "dormant", "P": "proposed"}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a file says otherwise than the register, or says first.

    `since` is the first day that it is so, or the earliest that can be said; then `known_by` is the
    day of the file. For a last day, `before` and `after` are last days, as the NHS counts them.
    """

    code: str
    what: str
    before: Any
    after: Any
    since: date
    known_by: date | None = None

    @property
    def subject(self) -> tuple[str, date | None]:
        """The line of the file that it is about: a practice, or a practice's patients on a day."""
        return self.code, self.since if self.what == LIST_SIZE else None

    @property
    def is_first(self) -> bool:
        """Whether the register had nothing of its subject before."""
        return self.what == NEW or (self.what == LIST_SIZE and self.before is None)


def practice_changes(
    register: Mapping[str, Practice], published: Sequence[PublishedPractice], *, as_at: date
) -> list[Change]:
    """What the register learns from practices as they were told of on a day."""
    return [change for told in published for change in changes_of(register.get(told.code), told, as_at)]


def changes_of(practice: Practice | None, told: PublishedPractice, as_at: date) -> Iterator[Change]:
    if practice is None:
        yield Change(told.code, NEW, None, told.name, told.opened or as_at)
    if (opened := practice and practice.opened) != told.opened:
        yield Change(told.code, OPENED, opened, told.opened, told.opened or as_at)
    if (closed := practice and practice.last_day) != told.closed_last_day and not _lags(practice, told):
        yield Change(told.code, CLOSED, closed, told.closed_last_day, first_day_closed(told) or as_at)
    for what, (value, day) in particulars_of(told).items():
        if practice is None:
            yield first(told, what, value, day, as_at)
        elif (last := practice.latest(what)) is None or last.value != value:
            yield following(last, told, what, value, day, as_at)


def _lags(practice: Practice | None, told: PublishedPractice) -> bool:
    """Whether the NHS's records do not have yet that a practice closed by merging into another."""
    return practice is not None and practice.merged is not None and told.closed_last_day is None


def particulars_of(told: PublishedPractice) -> dict[str, tuple[str, date | None]]:
    """What a file says of a practice, each with the day since when, where the file gives one."""
    return {
        NAME: (told.name, None),
        ADDRESS: ("\n".join(filter(None, (*told.address, told.postcode))), None),
        COMMISSIONER: (told.commissioner or "", told.commissioner_since),
        STATUS: (STATUS_WORDS[told.status], first_day_closed(told) if told.status == CLOSED_STATUS else None),
    }


def first_day_closed(told: PublishedPractice) -> date | None:
    return told.closed_last_day and told.closed_last_day + ONE_DAY


def first(told: PublishedPractice, what: str, value: str, day: date | None, as_at: date) -> Change:
    """A practice not met before: so since the file's own date for it, or some day since it opened."""
    if day is not None:
        return Change(told.code, what, None, value, day)
    return Change(told.code, what, None, value, min(told.opened or as_at, as_at), known_by=as_at)


def following(
    last: Particular | None, told: PublishedPractice, what: str, value: str, day: date | None, as_at: date
) -> Change:
    """A change: so since the file's own date for it, if that is after the spell it ends; else by the file's day.

    A spell that another file of the same day began, or one not yet begun, is corrected where it stands.
    """
    before = last and last.value
    if day is not None and (last is None or day > last.since):
        return Change(told.code, what, before, value, day)
    if last is not None and (last.known_by == as_at or last.since >= as_at):
        return Change(told.code, what, before, value, last.since, known_by=as_at)
    return Change(told.code, what, before, value, as_at, known_by=as_at)


def list_size_changes(register: Mapping[str, Practice], published: Sequence[PublishedListSize]) -> list[Change]:
    """The list sizes that are new, or that a later file counts otherwise for the same day."""
    found = []
    for told in published:
        before = {size.on: size.patients for size in register[told.code].list_sizes}.get(told.as_at)
        if before != told.patients:
            found.append(Change(told.code, LIST_SIZE, before, told.patients, told.as_at))
    return found
