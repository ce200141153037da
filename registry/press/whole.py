"""One tag for each element of a page's HTML, however many pages it runs over.

WeasyPrint tags what stands of a table, a list or a paragraph on each page apart (Kozea/WeasyPrint#2903): a register of
forty pages is forty tables to whoever has it read out. Until that is mended there, the pieces are put together here,
once all are drawn, and the headings repeated at the head of each page are marked as what they are.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

Element = Any
"""An element of the tree of tags, as pydyf has it."""

_build_box_tree = tags._build_box_tree


def _noting_whence(box: Any, parent: Element, pdf: Any, *more: Any) -> Iterator[Element]:
    """Build the tags of a box as WeasyPrint does, and note of which element of the HTML each is a piece."""
    origin = getattr(box, "_box", box).element
    notes = vars(pdf).setdefault("whence", {})
    for element in _build_box_tree(box, parent, pdf, *more):
        if origin is not None:
            notes.setdefault(element.number, origin)
        yield element


tags._build_box_tree = _noting_whence


def make_whole(pdf: Any) -> None:
    """Put the pieces of each element together, in a file that is about to be written."""
    Pieces(pdf).join()


def name_headings(pdf: Any, mark: str) -> None:
    """Give the headings of tables, which their cells name, names that no other document has; `mark` is this one’s.

    WeasyPrint numbers them from the first again in each, and documents are bound together.
    """
    for each in pdf.objects:
        if isinstance(each, dict) and each.get("Type") == "/StructElem":
            if "ID" in each:
                each["ID"] = _its_own(each["ID"], mark)
            attributes = each.get("A")
            if isinstance(attributes, dict) and "Headers" in attributes:
                attributes["Headers"] = pydyf.Array(_its_own(header, mark) for header in attributes["Headers"])


def _its_own(name: Any, mark: str) -> Any:
    return pydyf.String(f"{mark}:{name.string}")


class Pieces:
    """The tree of tags of a file whose elements may be in pieces, a piece to a page."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.whence: dict[int, Any] = vars(pdf).get("whence", {})
        self.pages = {reference: place for place, reference in enumerate(pdf.page_references)}
        root = self._at(pdf.catalog["StructTreeRoot"])
        self.document = self._at(root["K"][0])
        keys = self._at(root["ParentTree"])["Nums"]
        self.by_page: dict[int, Any] = dict(zip(keys[::2], keys[1::2], strict=True))
        self.annotations = {keys[place]: place for place in range(1, len(keys), 2) if isinstance(keys[place], bytes)}
        self.keys = keys
        self.ends: dict[int, int] = {}
        self.same_heading: dict[str, Any] = {}

    def join(self) -> None:
        self._join_children(self.document)
        if self.same_heading:
            self._name_the_headings_that_are_left()

    def _join_children(self, parent: Element) -> None:
        """Of the elements under one parent, put those of later pages to those they go on from."""
        kids, latest = pydyf.Array(), dict[tuple[int, str], Element]()
        for kid in parent["K"]:
            element = self._element(kid)
            key = self._key(element) if element is not None else None
            before = latest.get(key) if key else None
            if element is not None and before is not None and self._goes_on(before, element):
                self._put_to(before, element)
                continue
            kids.append(kid)
            if element is not None and key:
                latest[key] = element
                self.ends[element.number] = self._page(element)
        parent["K"] = kids

    def _put_to(self, first: Element, piece: Element) -> None:
        """Let an element go on with what a later page has of it."""
        page = self._page(piece)
        self.ends[first.number] = page
        for kid in piece["K"]:
            element = self._element(kid)
            if isinstance(kid, int):
                first["K"].append(self._mark(piece, kid))
                self.by_page[page][kid] = first.reference
            elif element is None:
                first["K"].append(kid)
            else:
                self._put_under(first, element, kid)
        if piece.reference in self.annotations:
            self.keys[self.annotations[piece.reference]] = first.reference

    def _put_under(self, first: Element, element: Element, kid: bytes) -> None:
        key = self._key(element)
        before = next((each for each in self._elements(first) if key and self._key(each) == key), None)
        if before is None or not self._goes_on(before, element):
            element["P"] = first.reference
            first["K"].append(kid)
        elif element["S"] == "/THead":
            self._only_draw(element, {self._origin(each): each for each in self._below(before) if "ID" in each})
        else:
            self._put_to(before, element)

    def _only_draw(self, element: Element, said_before: dict[int, Element]) -> None:
        """Let nobody hear again what is only drawn again: the heading of a table, at the head of another page."""
        for each in (element, *self._below(element)):
            before = said_before.get(self._origin(each)) if "ID" in each else None
            if before is not None:
                self.same_heading[each["ID"].string] = before["ID"]
            for kid in each["K"]:
                if isinstance(kid, int):
                    self._draw_apart(self._page(each), kid)
                elif self._at(kid).get("Type") == "/OBJR":
                    self._lead_nowhere(each, self._at(kid)["Obj"])

    def _draw_apart(self, page: int, mark: int) -> None:
        drawn = self._at(self._at(list(self.pages)[page])["Contents"]).stream
        at = next(i for i, each in enumerate(drawn) if isinstance(each, dict) and each.get("MCID") == mark)
        drawn[at - 1 : at + 2] = ["/Artifact", b"BMC"]
        self.by_page[page][mark] = b"null"

    def _lead_nowhere(self, element: Element, link: bytes) -> None:
        self._at(element["Pg"])["Annots"].remove(link)
        self.keys[self.annotations[element.reference]] = b"null"

    def _name_the_headings_that_are_left(self) -> None:
        """Cells named the headings of their own page; those heard of are the first page’s."""
        for each in self._below(self.document):
            attributes = each.get("A")
            if isinstance(attributes, dict) and "Headers" in attributes:
                named = (self.same_heading.get(header.string, header) for header in attributes["Headers"])
                attributes["Headers"] = pydyf.Array(named)

    def _mark(self, piece: Element, mark: int) -> bytes:
        told = pydyf.Dictionary({"Type": "/MCR", "Pg": piece["Pg"], "MCID": mark})
        self.pdf.add_object(told)
        reference: bytes = told.reference
        return reference

    def _goes_on(self, before: Element, element: Element) -> bool:
        return self._page(element) > self.ends.get(before.number, self._page(before))

    def _key(self, element: Element) -> tuple[int, str] | None:
        origin = self._origin(element)
        return (origin, element["S"]) if origin else None

    def _origin(self, element: Element) -> int:
        """Which element of the HTML this is a piece of; 0 if of none."""
        return id(self.whence[element.number]) if element.number in self.whence else 0

    def _page(self, element: Element) -> int:
        return self.pages[element["Pg"]]

    def _below(self, element: Element) -> Iterator[Element]:
        for each in self._elements(element):
            yield each
            yield from self._below(each)

    def _elements(self, element: Element) -> list[Element]:
        return [each for kid in element["K"] if (each := self._element(kid)) is not None]

    def _element(self, kid: Any) -> Element | None:
        found = self._at(kid) if isinstance(kid, bytes) else None
        return found if found is not None and found.get("Type") == "/StructElem" else None

    def _at(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]
