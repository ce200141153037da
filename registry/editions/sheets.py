"""An edition's pages, sheet by sheet, as the whole pack has them or as one reader does."""

from collections.abc import Sequence
from itertools import groupby

from registry.editions.models import EditionSection
from registry.editions.rules import Sheet, in_runs
from registry.packs.readers import PackReader

KEPT = "kept"


def sheets_of(sections: Sequence[EditionSection], reader: PackReader | None = None) -> list[Sheet]:
    """The pages of an edition's sections; those that a reader has not, as the sheets that stand for them."""
    sheets = list[Sheet]()
    for item, group in groupby(sections, key=lambda each: _away(each, reader)):
        together = [(label, section.key) for section in group for label in section.pages]
        labels = [label for label, _ in together]
        sheets += [Sheet(in_runs(labels, labels), KEPT)] if item else [Sheet(label, key) for label, key in together]
    return sheets


def _away(section: EditionSection, reader: PackReader | None) -> str | None:
    """The item for which a reader has not a section; of an item whose papers are kept, she has the first sheet."""
    if reader is None or section.item_ref is None:
        return None
    is_kept = section.item_ref in reader.kept and not section.name.startswith("item ")
    return section.item_ref if is_kept or section.item_ref in reader.hidden else None
