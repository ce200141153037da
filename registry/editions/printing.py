"""How a copy of an edition is printed: whole, or what has changed in it since the last alone."""

from itertools import chain

from registry import press
from registry.editions.drawing import Book, as_known, key_of
from registry.editions.rules import Sheet, fitted, steps
from registry.packs.binding import Leaves, bind, in_front
from registry.packs.printing import leaves_of
from registry.packs.sections import Section, contents_page, written
from registry.press import Wanted

Labels = list[list[str]]
COVERING = "List"


def print_book(book: Book, wanted: Wanted) -> bytes:
    code = press.code_of(wanted.style, code_of(book))
    return press.issued(code, wanted, lambda: _bound(book, code, wanted.style))


def print_insert(old: Book, new: Book, wanted: Wanted) -> bytes:
    """The pages that have changed, under a list of what is to be done with them."""
    code = press.code_of(wanted.style, code_of(old), code_of(new), COVERING)
    return press.issued(code, wanted, lambda: _insert(old, new, code, wanted.style))


def code_of(book: Book) -> str:
    sections = [book.cover, *(place.section for place in book.places)]
    uploads = [key_of(section) for section in sections if section.uploaded]
    labels = [" ".join(place.labels) for place in book.places]
    return press.code_of(book.foot, *(section.html for section in sections), *uploads, *labels, book.mark)


def sheets_in(book: Book) -> list[Sheet]:
    """Its pages in their order, those in front among them."""
    return [sheet for group in _sheets(book, *_set(book)) for sheet in group]


def _bound(book: Book, code: str, style: str) -> bytes:
    leaves, labels = _set(book)
    called = [*chain(*labels)]
    return bind(leaves, title=book.pack["title"], foot=book.foot, code=code, labels=called, style=style, mark=book.mark)


def _set(book: Book) -> tuple[list[Leaves], Labels]:
    """Cover, contents and sections, and what the pages of each are called."""
    right = book.pack["starts_on_right"]
    cover, *sections = leaves_of(book.cover, *(place.section for place in book.places), starts_on_right=right)
    pairs = zip(book.places, sections, strict=True)
    labels = [fitted(place.labels, each.count) for place, each in pairs]
    lines = [place.line | {"page": each[0]} for place, each in zip(book.places, labels, strict=True)]
    with as_known(book.edition.known):
        listed = contents_page(book.pack, lines)
    [contents] = leaves_of(listed, starts_on_right=right)
    front = in_front(cover.count + contents.count)
    return [cover, contents, *sections], [front[: cover.count], front[cover.count :], *labels]


def _sheets(book: Book, leaves: list[Leaves], labels: Labels) -> list[list[Sheet]]:
    """The same by sections. The cover and the contents are each edition’s own."""
    own = [press.code_of(code_of(book), each.name) for each in leaves[:2]]
    keys = [*own, *(key_of(place.section) for place in book.places)]
    return [[Sheet(label, key) for label in each] for key, each in zip(keys, labels, strict=True)]


def _insert(old: Book, new: Book, code: str, style: str) -> bytes:
    leaves, labels = _set(new)
    had = sheets_in(old)
    has = _sheets(new, leaves, labels)
    changed = [place for place, group in enumerate(has) if not set(group) <= set(had)]
    [covering] = leaves_of(covering_list(old, new, [step.sentence for step in steps(had, [*chain(*has)])]))
    listed = [f"{COVERING} {number}" for number in range(1, covering.count + 1)]
    return bind(
        [covering, *(leaves[place] for place in changed)],
        title=f"Pages to insert: {new.pack['title']}",
        foot=new.foot,
        code=code,
        labels=[*listed, *chain(*(labels[place] for place in changed))],
        last=labels[-1][-1],
        style=style,
        mark=new.mark,
    )


def covering_list(old: Book, new: Book, sentences: list[str]) -> Section:
    """What is to be done with the pages behind it."""
    title = f"From edition {old.edition.number} to edition {new.edition.number}"
    facts = {"title": title, "of": new.pack["title"], "sentences": sentences, "why": new.edition.why}
    with as_known(new.edition.known):
        return Section("covering", title, written("editions/print/covering.html", new.pack, fact=facts))
