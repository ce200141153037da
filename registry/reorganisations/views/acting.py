from flask import g

from registry import clock
from registry.doors import Foretold, WhatItComesTo
from registry.practices.models import Practice
from registry.reorganisations import commands
from registry.reorganisations.beside import beside
from registry.reorganisations.foretelling import comes_to
from registry.reorganisations.models import Reorganisation
from registry.reorganisations.schemas import (
    BesideRow,
    ChangeRow,
    DepartForm,
    MergeForm,
    MoveForm,
    RegroupForm,
    SplitForm,
    UndoForm,
)
from registry.reorganisations.views.doors import at, room

CHANGES, BESIDE = "What the registers would say", "What it does not move"
NOTHING_BESIDE = "Nothing in the other registers speaks of them."


def is_open(practice):
    return practice.is_open(clock.today())


def foretold(act, on, practices):
    """What an act comes to on its first day, and what stands beside the practices that it is about."""
    return (
        Foretold(CHANGES, ChangeRow, comes_to(act, on), empty="No register would say anything else."),
        Foretold(BESIDE, BesideRow, beside(practices, on), empty=NOTHING_BESIDE),
    )


def foretell_merger(into, answer):
    practices = [into, *(each["practice"] for each in answer["practices"])]
    return foretold(lambda: commands.merge(into, **answer, by=g.account), answer["on"], practices)


@room.form(
    "/merge/<word>",
    needs="reorganisations.merge",
    asks=MergeForm,
    title="Merge others into this practice",
    of=Practice,
    edits=True,
    before=WhatItComesTo(foretell_merger),
    when=is_open,
)
def merge(practice, answer):
    return at(commands.merge(practice, **answer, by=g.account))


def foretell_split(practice, answer):
    return foretold(lambda: commands.split(practice, **answer, by=g.account), answer["on"], [practice])


@room.form(
    "/split/<word>",
    needs="reorganisations.split",
    asks=SplitForm,
    title="Split this practice",
    of=Practice,
    edits=True,
    before=WhatItComesTo(foretell_split),
    when=is_open,
)
def split(practice, answer):
    return at(commands.split(practice, **answer, by=g.account))


def foretell_move(practice, answer):
    return foretold(lambda: commands.move(practice, **answer, by=g.account), answer["on"], [practice])


@room.form(
    "/move/<word>",
    needs="reorganisations.move",
    asks=MoveForm,
    title="Move this practice to another body",
    of=Practice,
    before=WhatItComesTo(foretell_move),
    when=is_open,
)
def move(practice, answer):
    return at(commands.move(practice, **answer, by=g.account))


def foretell_departure(practice, answer):
    return foretold(lambda: commands.depart(practice, **answer, by=g.account), answer["on"], [practice])


@room.form(
    "/depart/<word>",
    needs="reorganisations.depart",
    asks=DepartForm,
    title="This practice leaves the federation",
    of=Practice,
    before=WhatItComesTo(foretell_departure),
)
def depart(practice, answer):
    return at(commands.depart(practice, **answer, by=g.account))


def foretell_regrouping(answer):
    practices = [each["practice"] for each in answer["places"] if each["practice"] is not None]
    return foretold(lambda: commands.regroup(**answer, by=g.account), answer["on"], practices)


@room.form(
    "/regroup",
    needs="reorganisations.regroup",
    asks=RegroupForm,
    title="Group the practices anew",
    before=WhatItComesTo(foretell_regrouping),
)
def regroup(answer):
    return at(commands.regroup(**answer, by=g.account))


def foretell_undoing(reorganisation, answer):
    practices = [subject.practice for subject in reorganisation.subjects]
    return foretold(lambda: commands.undo(reorganisation, **answer, by=g.account), reorganisation.on, practices)


@room.form(
    "/<word>/undo",
    needs="reorganisations.undo",
    asks=UndoForm,
    title="Undo this",
    of=Reorganisation,
    edits=True,
    before=WhatItComesTo(foretell_undoing),
    when=lambda reorganisation: reorganisation.undone is None,
)
def undo(reorganisation, answer):
    commands.undo(reorganisation, **answer, by=g.account)
    return at(reorganisation)
