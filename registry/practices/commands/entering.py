from datetime import date

from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.periods import ONE_DAY, holding
from registry.practices import rules
from registry.practices.models import ADDRESS, COMMISSIONER, NAME, Branch, ListSize, Particular, Practice


@command
def enter(*, code: str, name: str, address: str = "", commissioner: str = "", opened: date, by: Actor) -> Practice:
    """Enter a practice that no file of the NHS has told of yet; `opened` is its first day."""
    rules.code_is_a_practices(code)
    other = db.session.scalar(select(Practice).where(Practice.code == code))
    rules.code_is_new(other and other.name_on(clock.today()))
    rules.practice_has_opened(opened, clock.today())
    practice = Practice(code=code, opened=opened)
    for what, value in ((NAME, name), (ADDRESS, address), (COMMISSIONER, commissioner)):
        if value:
            practice.particulars.append(Particular(what=what, value=value, since=opened))
    db.session.add(practice)
    return practice


@correction
def strike(practice: Practice, *, reason: str, by: Actor) -> None:
    """It was wrong: there was no such practice. It stands as one that was never open."""
    rules.rests_on_nothing_but_its_entry(practice.rev)
    practice.closed = practice.opened


@command
def count(practice: Practice, *, on: date, patients: int, source: str, by: Actor) -> ListSize:
    """Enter a list size that somebody else than NHS Digital counted on a day."""
    rules.patients_have_been_counted(on, clock.today())
    same = next((size for size in practice.list_sizes if size.on == on), None)
    rules.nobody_has_counted_that_day(f"{same.patients:,}" if same else None)
    practice.list_sizes.append(size := ListSize(on=on, patients=patients, source=source))
    return size


@correction
def uncount(practice: Practice, *, on: date, reason: str, by: Actor) -> None:
    """It was wrong: nobody counted so on that day."""
    size = next((size for size in practice.list_sizes if size.on == on), None)
    rules.was_counted_that_day(size is not None)
    assert size is not None
    practice.list_sizes.remove(size)


@command
def open_branch(practice: Practice, *, code: str, name: str = "", since: date, by: Actor) -> Branch:
    """Enter a branch of a practice, from its first day."""
    rules.branch_code_is_the_practices(code, practice.code)
    rules.branch_code_is_new(any(branch.code == code for branch in practice.branches))
    practice.branches.append(branch := Branch(code=code, name=name, since=since))
    return branch


@command
def close_branch(practice: Practice, *, code: str, until: date, by: Actor) -> None:
    """Close a branch; `until` is the first day that it is no more."""
    branch = holding((each for each in practice.branches if each.code == code), until - ONE_DAY)
    rules.branch_was_open(branch is not None)
    assert branch is not None
    branch.until = until


@correction
def reopen_branch(practice: Practice, *, code: str, reason: str, by: Actor) -> None:
    """It was wrong: the branch did not close."""
    branch = next((each for each in practice.branches if each.code == code), None)
    rules.branch_was_closed(branch is not None and branch.until is not None)
    assert branch is not None
    branch.until = None
