"""Where the pages of a standard print begin, so that "turn to page 41" finds the same words in every other print."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.formatting_structure import boxes

MARK = "turn"
TO = "–"


@dataclass(frozen=True)
class Turn:
    """A page begins in an element, after so many of the letters that this says itself; before a picture, if None."""

    element: Element
    letters: int | None


def turns_of(pages: list[Any]) -> list[Turn | None]:
    """Where each page of a document begins that was laid out; None, of one that has nothing of its own."""
    said = Counter[Element]()
    return [_turn(page._page_box.children[0], said) for page in pages]


def _turn(root: Any, said: Counter[Element]) -> Turn | None:
    first = None
    for box in _told(root):
        letters = _count(box.text) if isinstance(box, boxes.TextBox) else None
        if letters != 0:
            first = first or Turn(box.element, None if letters is None else said[box.element])
            said[box.element] += letters or 0
    return first


def _told(box: Any) -> Iterator[Any]:
    """The words and pictures in a box: neither what a style sheet adds, nor the heads of tables, which are repeated."""
    box = getattr(box, "_box", box)
    if getattr(box, "is_header", False) or "::" in box.element_tag:
        return
    if isinstance(box, boxes.TextBox | boxes.ReplacedBox) or _is_sheet(box):
        yield box
    for child in box.all_children():
        yield from _told(child)


def _is_sheet(box: Any) -> bool:
    """Whether it is a surface that something is laid on when the book is bound."""
    return box.element is not None and box.element.get("class", "").startswith("sheet")


def mark_turns(root: Element, turns: list[Turn | None], labels: list[str]) -> None:
    """Put the name of each page into the text where it begins; pages of one beginning go together."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for turn, label in zip(turns, labels, strict=True):
        if turn is not None:
            _put(turn, _mark(label), parents)


def pages_on(pages: list[Any]) -> list[str]:
    """Which pages of the standard print stand on each page of another, in whose text they are marked."""
    shown, latest = [], ""
    for page in pages:
        told = [box for box in _told(page._page_box.children[0]) if not _is_sheet(box)]
        here = [box.element.get("data-page") for box in told if _is_mark(box)]
        begun = here if here and _is_mark(told[0]) else [latest, *here]
        latest = begun[-1]
        shown.append(begun[0] if begun[0] == latest else f"{begun[0]}{TO}{latest}")
    return shown


def _is_mark(box: Any) -> bool:
    return box.element is not None and box.element.get("class") == MARK


def _mark(label: str) -> Element:
    mark = Element("span", {"class": MARK, "data-page": label})
    mark.text = f"p. {label}"
    return mark


def _put(turn: Turn, mark: Element, parents: dict[Element, Element]) -> None:
    element = turn.element
    if turn.letters is None and element.tag != "div":
        parent = parents[element]
        parent.insert(list(parent).index(element), mark)
        return
    left = turn.letters or 0
    for place, (owner, name) in enumerate([(element, "text"), *((child, "tail") for child in element)]):
        text = getattr(owner, name) or ""
        if turn.letters is None or left < _count(text):
            before, mark.tail = _parted(text, left)
            setattr(owner, name, before)
            element.insert(place, mark)
            return
        left -= _count(text)


def _parted(text: str, letters: int) -> tuple[str, str]:
    """A text up to the word before which so many letters stand, and from there on."""
    for place, letter in enumerate(text):
        if not letter.isspace():
            if letters == 0:
                return text[:place], text[place:]
            letters -= 1
    return text, ""


def _count(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def label_pages(pdf: Any, labels: list[str]) -> None:
    """Let whoever asks a screen for page 41 be shown the words that stand on it in the standard print."""
    told = ((place, pydyf.Dictionary({"P": pydyf.String(label)})) for place, label in enumerate(labels))
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(each for pair in told for each in pair)})
