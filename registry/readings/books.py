"""A reader's own copy of an edition, kept in mind while she turns its pages."""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock
from typing import Any

from flask import abort, current_app, g

from registry import clock, ledger
from registry.editions.drawing import Book, Place, book_of
from registry.editions.models import Edition
from registry.editions.wanted import own_copy

KEPT = 8
_keeping = Lock()


def own_book(edition: Edition) -> Book:
    """What it says follows from who asks and from the ledger: it is drawn anew once anything is entered."""
    with ledger.live():
        key = (edition.ref, g.account, clock.today(), ledger.head().size)
    if (found := _kept(key)) is None:
        found = book_of(edition, own_copy())
        _keep(key, found)
    return replace(found, edition=edition)


def place_in(book: Book, name: str) -> Place:
    """The section that an address names by any of the names of what stands there; 404 if there is none."""
    return next((place for place in book.places if name in names_of(place, book.edition)), None) or abort(404)


def names_of(place: Place, edition: Edition) -> list[str]:
    """The names, as an address has them, of the sections in whose place it stands: of one or, if kept away, of some."""
    return [in_an_address(section.name) for section in edition.sections if {*section.pages} & {*place.labels}]


def in_an_address(name: str) -> str:
    return name.replace(" ", "-")


def _books() -> OrderedDict[Any, Book]:
    kept: OrderedDict[Any, Book] = current_app.extensions.setdefault("readings_books", OrderedDict())
    return kept


def _kept(key: Any) -> Book | None:
    with _keeping:
        books = _books()
        if key in books:
            books.move_to_end(key)
        return books.get(key)


def _keep(key: Any, book: Book) -> None:
    with _keeping:
        books = _books()
        books[key] = book
        while len(books) > KEPT:
            books.popitem(last=False)
