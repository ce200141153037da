from collections.abc import Sequence
from datetime import date

from registry.db import db
from registry.ledger import opening
from registry.ledger.acts import Actor
from registry.periods import ONE_DAY
from registry.practices.changes import CLOSED, LIST_SIZE, NEW, OPENED, Change
from registry.practices.models import (
    LIST_SIZES,
    PRACTICES,
    REGISTERED_PATIENTS,
    ListSize,
    Loaded,
    Particular,
    Practice,
)
from registry.practices.proposals import (
    Counts,
    Proposal,
    propose_list_sizes,
    propose_practices,
)
from registry.practices.published import PublishedListSize, PublishedPractice


@opening
def load_practices(
    published: Sequence[PublishedPractice],
    *,
    as_at: date,
    name: str,
    sha256: str,
    commissioners: Sequence[str] = (),
    by: Actor,
) -> Counts:
    """Bring in the practices as a file tells of them on `as_at`, whole or not at all.

    A change that the file does not date is so since `as_at`, and marked as known by then. A practice that
    the file leaves out is left as it is. A file loaded before changes nothing.
    """
    proposal = propose_practices(published, as_at=as_at, sha256=sha256, commissioners=commissioners)
    return carry_out(proposal, Loaded(what=PRACTICES, as_at=as_at, name=name, sha256=sha256, lines=len(published)))


@opening
def load_list_sizes(
    published: Sequence[PublishedListSize], *, as_at: date, name: str, sha256: str, by: Actor
) -> Counts:
    """Bring in the patients of the practices in the register, each counted on the day that its line gives.

    NHS Digital republishes: where a later file counts the same day otherwise, its figure stands in place of
    the first, which the ledger keeps. A file loaded before changes nothing.
    """
    proposal = propose_list_sizes(published, as_at=as_at, sha256=sha256)
    return carry_out(proposal, Loaded(what=LIST_SIZES, as_at=as_at, name=name, sha256=sha256, lines=len(published)))


def carry_out(proposal: Proposal, loaded: Loaded) -> Counts:
    register = dict(proposal.register)
    for change in proposal.changes:
        make(change, register)
    if proposal.news:
        db.session.add(loaded)
    return proposal.counts


def make(change: Change, register: dict[str, Practice]) -> None:
    """Make one change. A new practice comes first among its own, and is put into the register."""
    if change.what == NEW:
        db.session.add(register.setdefault(change.code, Practice(code=change.code)))
    else:
        MAKE.get(change.what, begin)(register[change.code], change)


def set_opened(practice: Practice, change: Change) -> None:
    practice.opened = change.after


def set_closed(practice: Practice, change: Change) -> None:
    practice.closed = change.after and change.after + ONE_DAY


def count(practice: Practice, change: Change) -> None:
    for size in practice.list_sizes:
        if size.on == change.since:
            size.patients, size.source = change.after, REGISTERED_PATIENTS
            return
    practice.list_sizes.append(ListSize(on=change.since, patients=change.after))


def begin(practice: Practice, change: Change) -> None:
    """Begin a spell of a particular, and end the one before it; or correct the one that began that day."""
    last = practice.latest(change.what)
    if last is not None and last.since == change.since:
        last.value, last.known_by = change.after, change.known_by
        return
    if last is not None:
        last.until = change.since
    practice.particulars.append(
        Particular(what=change.what, value=change.after, since=change.since, known_by=change.known_by)
    )


MAKE = {OPENED: set_opened, CLOSED: set_closed, LIST_SIZE: count}
