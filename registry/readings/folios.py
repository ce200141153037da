"""Where on a screen each page of the paper begins, found by the words that the page begins with.

A page whose first words are not found is told of at the head of its section alone.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from xml.etree.ElementTree import Element, SubElement

import pypdfium2

POINTS_PER_MM = 72 / 25.4
HEAD, FOOT = 27 * POINTS_PER_MM, 24 * POINTS_PER_MM
"""How deep the margins are in which what every page carries is printed."""

ENOUGH, LEAST = (80, 24, 10), 8
"""How many letters tell where a page begins: fewer, where what is drawn apart is read apart; too few tell nothing."""

DRAWN = re.compile(r"\d+\.")
"""What the press puts before a line of a list, and no text says."""

UNSEEN = "unseen"
BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "section", "header"})
FOLIO_ROW = "folio-row"
LEFT_OUT = "\u00ad\u200b\ufffe•◦▪"
"""What breaks a line, or is drawn before one."""


@dataclass(frozen=True)
class Letter:
    """Where a letter of a text stands: in what an element begins with or, if `after`, in what comes after it."""

    element: Element
    after: bool
    place: int


def mark_pages(body: Element, content: bytes, labels: Sequence[str]) -> None:
    """Say in the words of a section where each of its pages but the first begins; `content` are they, as set."""
    letters = list(_letters(body))
    said, repeated = (
        "".join(letter for letter, _ in letters),
        [_squashed(*each.itertext()) for each in body.iter("thead")],
    )
    marks, last = list[tuple[int, str]](), 0
    for words, label in zip(first_words(content)[1:], labels[1:], strict=False):
        if (place := _find(said, words, repeated, last + 1)) > 0:
            marks.append((place, label))
            last = place
    text = Text(body, [letter for _, letter in letters])
    for place, label in reversed(marks):
        text.mark(place, label)


def first_words(content: bytes) -> list[str]:
    """What each page begins with, below its running head, without the spaces."""
    with pypdfium2.PdfDocument(content) as paper:
        return [_words(page) for page in paper]


def _words(page: pypdfium2.PdfPage) -> str:
    with closing(page.get_textpage()) as text:
        return _squashed(text.get_text_bounded(bottom=FOOT, top=page.get_height() - HEAD))


def _find(said: str, words: str, repeated: Sequence[str], start: int) -> int:
    """Where a page's first words are said, from some place on; -1 if they are not.

    The heading of a table is printed again on each page that the table runs over.
    """
    head = max((each for each in repeated if words.startswith(each)), key=len, default="")
    rest = words.removeprefix(head)
    for enough, sought in product(ENOUGH, (rest, DRAWN.sub("", rest, count=1))):
        if len(sought) >= LEAST and said.count(sought[:enough], start) == 1:
            place = said.index(sought[:enough], start)
            return place - len(head) if said.endswith(head, start, place) else place
    return -1


def _letters(element: Element) -> Iterator[tuple[str, Letter]]:
    """Each letter that is printed, and where it stands."""
    yield from _of(element.text, element, after=False)
    for child in element:
        if UNSEEN not in child.get("class", "").split():
            yield from _letters(child)
        yield from _of(child.tail, child, after=True)


def _of(text: str | None, element: Element, *, after: bool) -> Iterator[tuple[str, Letter]]:
    for place, letter in enumerate(text or ""):
        yield from ((each, Letter(element, after, place)) for each in _squashed(letter))


def _squashed(*texts: str) -> str:
    """Letters as they may be compared: without spaces, and without what the press alone puts there."""
    told = unicodedata.normalize("NFKC", "".join(texts))
    return "".join(letter for letter in told if not letter.isspace() and letter not in LEFT_OUT)


class Text:
    """The text of a section, in which pages are marked from the last to the first."""

    def __init__(self, body: Element, letters: Sequence[Letter]) -> None:
        self.letters, self.first = letters, dict[Element, int]()
        self.parents = {child: parent for parent in body.iter() for child in parent}
        for place, letter in enumerate(letters):
            for holder in self._around(letter):
                if self.first.setdefault(holder, place) != place:
                    break

    def mark(self, place: int, label: str) -> None:
        """Before the block that begins with a letter or, where the page begins within one, there."""
        letter = self.letters[place]
        around = list(self._around(letter))
        begun = [each for each in around if each.tag in BLOCKS and self.first[each] == place]
        if begun:
            self._before(begun[-1], _folio("p", label))
        elif row := next((each for each in around if each.tag == "tr"), None):
            line = Element("tr", {"class": FOLIO_ROW})
            SubElement(line, "td", {"colspan": str(len(row))}).append(_folio("span", label))
            self._before(row, line)
        else:
            self._within(letter, _folio("span", label))

    def _around(self, letter: Letter) -> Iterator[Element]:
        """What a letter stands in, from the innermost out."""
        holder = self.parents.get(letter.element) if letter.after else letter.element
        while holder is not None:
            yield holder
            holder = self.parents.get(holder)

    def _before(self, element: Element, folio: Element) -> None:
        parent = self.parents[element]
        parent.insert(list(parent).index(element), folio)

    def _within(self, letter: Letter, folio: Element) -> None:
        element, place = letter.element, letter.place
        if letter.after:
            told, parent = element.tail or "", self.parents[element]
            element.tail, folio.tail = told[:place], told[place:]
            parent.insert(list(parent).index(element) + 1, folio)
        else:
            told = element.text or ""
            element.text, folio.tail = told[:place], told[place:]
            element.insert(0, folio)


def _folio(tag: str, label: str) -> Element:
    folio = Element(tag, {"class": "folio", "id": f"page-{label}"})
    folio.text = f"Page {label}"
    return folio
