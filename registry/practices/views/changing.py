from flask import g

from registry import clock
from registry.practices import commands
from registry.practices.models import Practice
from registry.practices.schemas import CloseBranchForm, CountForm, EnterForm, OpenBranchForm, StrikeForm
from registry.practices.views.doors import at, room


def is_open(practice):
    return practice.is_open(clock.today())


@room.form("/enter", needs="practices.enter", asks=EnterForm, title="Enter a practice by hand")
def enter(answer):
    return at(commands.enter(**answer, by=g.account))


@room.form(
    "/<word>/count",
    needs="practices.count",
    asks=CountForm,
    title="Enter a list size by hand",
    of=Practice,
    edits=True,
    when=is_open,
)
def count(practice, answer):
    commands.count(practice, **answer, by=g.account)
    return at(practice)


@room.form(
    "/<word>/open-branch",
    needs="practices.open_branch",
    asks=OpenBranchForm,
    title="Enter a branch",
    of=Practice,
    edits=True,
    offers=lambda practice: {"code": practice.code},
    when=is_open,
)
def open_branch(practice, answer):
    commands.open_branch(practice, **answer, by=g.account)
    return at(practice)


@room.form(
    "/<word>/close-branch",
    needs="practices.close_branch",
    asks=CloseBranchForm,
    title="Close a branch",
    of=Practice,
    edits=True,
    when=lambda practice: any(branch.holds(clock.today()) for branch in practice.branches),
)
def close_branch(practice, answer):
    commands.close_branch(practice, **answer, by=g.account)
    return at(practice)


@room.form(
    "/<word>/strike",
    needs="practices.strike",
    asks=StrikeForm,
    title="There was no such practice",
    of=Practice,
    edits=True,
    when=lambda practice: practice.rev == 1,
)
def strike(practice, answer):
    commands.strike(practice, **answer, by=g.account)
    return at(practice)
