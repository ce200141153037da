"""The next edition of a pack, as it would be issued: set whole, and lettered after the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from registry import ledger
from registry.editions.copies import WHOLE, Copy
from registry.editions.drawing import Drawn, draw, key_of
from registry.editions.models import Edition, EditionSection
from registry.editions.rules import Bound, Coming, Step, labelled, steps
from registry.editions.sheets import sheets_of
from registry.editions.succession import editions_of
from registry.meetings.models import Meeting
from registry.packs.printing import leaves_of


@dataclass(frozen=True)
class Made:
    """The sections of a pack as the books knew it at an instant, and how many pages each has."""

    known: datetime
    drawn: Drawn
    counts: list[int]


def make(meeting: Meeting) -> Made:
    """Set the whole pack as it stands: that may take a while, in which others may write."""
    known = ledger.head().at
    drawn = draw(meeting, known, Copy(WHOLE))
    leaves = leaves_of(*drawn.sections.values(), starts_on_right=drawn.pack["starts_on_right"])
    return Made(known, drawn, [each.count for each in leaves])


def steps_to(meeting: Meeting) -> list[Step]:
    """What whoever has the last edition would have to do to its pages, if another were issued now."""
    earlier = editions_of(meeting)
    return steps(sheets_of(earlier[-1].sections), sheets_of(sections_after(earlier, make(meeting)))) if earlier else []


def nothing_yet(meeting: Meeting) -> str:
    """What is said where there is nothing to be done."""
    return "Nothing has changed." if editions_of(meeting) else "This is the first edition."


def sections_after(earlier: Sequence[Edition], made: Made) -> list[EditionSection]:
    """Its sections, on pages that are called so that nobody's references move."""
    coming = [Coming(name, pages) for name, pages in zip(made.drawn.sections, made.counts, strict=True)]
    last = [Bound(section.name, section.pages) for section in earlier[-1].sections] if earlier else []
    labels = labelled(coming, last, (label for edition in earlier for label in edition.labels))
    named = zip(made.drawn.sections.items(), labels, strict=True)
    return [
        EditionSection(
            place=place,
            name=name,
            title=section.title,
            item_ref=made.drawn.item_refs[name],
            key=key_of(section),
            labels=" ".join(called),
        )
        for place, ((name, section), called) in enumerate(named, start=1)
    ]
