"""One tree of tags out of many: what a screen reader reads, kept when sections are joined.

Ordinary merging drops it. Here each section's tree is copied with its pages, its keys are moved past those
already given, and its elements are put under a Part of the book's one Document.
"""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Rectangle, String


class Tags:
    """The tree of a book as it grows. Every page and every link has a key in it, under which its elements are found."""

    def __init__(self, book: Pdf) -> None:
        self.book = book
        self.root = book.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self._element(Name.Document, self.root)
        self.by_key: dict[int, Any] = {}

    def join(self, source: Pdf, pages: list[Page], title: str) -> Object:
        """Take over the tags of a section whose pages are in the book already; gives its part of the tree."""
        tree: Any = self.book.copy_foreign(source.Root.StructTreeRoot)
        part = self._part(title)
        for element in (element for document in tree.K for element in document.K):
            element.P = part
            part.K.append(element)
        self._take_keys(list(tree.ParentTree.Nums), pages)
        return part

    def again(self, page: Page, *, like: Page) -> None:
        """A page that has the same marks as another: it is given a key of its own."""
        if page.obj.objgen != like.obj.objgen:
            key = max(self.by_key) + 1
            self.by_key[key] = Array(list(self.by_key[int(like.obj.StructParents)]))
            page.obj.StructParents = key

    def figure(self, part: Object, page: Page, place: Rectangle, words: str) -> int:
        """Tag what is to be drawn in a place of a page, of whose words we know nothing; gives its mark on that page."""
        figure = self._element(Name.Figure, part)
        figure.Pg, figure.Alt = page.obj, String(words)
        figure.A = Dictionary(O=Name.Layout, BBox=place.as_array())
        part.K.append(figure)
        marked = self.by_key[int(page.obj.StructParents)]
        figure.K.append(len(marked))
        marked.append(figure)
        return len(marked) - 1

    def close(self) -> None:
        """Hang the tree in the book."""
        numbers = Array([each for pair in sorted(self.by_key.items()) for each in pair])
        self.root.K = Array([self.document])
        self.root.ParentTree = self.book.make_indirect(Dictionary(Nums=numbers))
        self.root.ParentTreeNextKey = max(self.by_key) + 1
        self.book.Root.StructTreeRoot = self.root
        self.book.Root.MarkInfo = Dictionary(Marked=True)

    def _part(self, title: str) -> Object:
        part = self._element(Name.Part, self.document)
        part.T = String(title)
        self.document.K.append(part)
        return part

    def _element(self, kind: Name, parent: Object) -> Any:
        return self.book.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=parent, K=Array()))

    def _take_keys(self, numbers: list[Any], pages: list[Page]) -> None:
        """A section's keys begin at nought: they are moved past those already given."""
        taken = max(self.by_key, default=-1) + 1
        self.by_key |= {taken + int(key): found for key, found in zip(numbers[::2], numbers[1::2], strict=True)}
        for page in pages:
            _move(page.obj, Name.StructParents, taken)
            for link in page.obj.get(Name.Annots, Array()):
                _move(link, Name.StructParent, taken)


def _move(owner: Object, key: Name, by: int) -> None:
    if key in owner:
        owner[key] = int(owner[key]) + by
