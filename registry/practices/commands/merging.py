from datetime import date

from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.practices import rules
from registry.practices.models import Branch, Practice


@command
def merge(practice: Practice, *, into: Practice, on: date, branch: str | None = None, by: Actor) -> None:
    """Make a practice one with another from a day on; its place may go on as a branch of the other.

    It closes that day, unless the NHS already records another.
    """
    rules.merges_into_another(practice, into)
    rules.had_not_merged(practice.called, practice.merged_into and practice.merged_into.called)
    rules.was_open_until_then(practice.called, practice, on)
    rules.successor_is_open(into.called, into, on)
    practice.merged, practice.merged_into = on, into
    practice.closed = practice.closed or on
    if branch is not None:
        rules.branch_code_is_the_practices(branch, into.code)
        rules.branch_code_is_new(any(each.code == branch for each in into.branches))
        into.branches.append(Branch(code=branch, name=practice.name_on(on), since=on, was_ref=practice.ref))


@correction
def unmerge(practice: Practice, *, closed: date | None, reason: str, by: Actor) -> None:
    """It did not merge: it is a practice of its own again; `closed` is what the register said before of its end."""
    rules.it_has_merged(practice.merged is not None)
    into = practice.merged_into
    assert into is not None
    practice.closed = closed if practice.closed == practice.merged else practice.closed
    practice.merged = practice.merged_into = None
    for branch in [each for each in into.branches if each.was_ref == practice.ref]:
        into.branches.remove(branch)
