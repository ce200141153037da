"""A section of a pack as it is read on a screen: its words, marked where the pages of the paper begin, or its pages."""

from collections.abc import Mapping
from typing import Any

from flask import url_for
from markupsafe import Markup

from registry.editions.drawing import Book, Place
from registry.files import text_of
from registry.packs.printing import leaves_of
from registry.press.pictures import PHONE, TWICE
from registry.readings.folios import mark_pages
from registry.readings.queries import name_of
from registry.readings.screen import body_of, on_screen

Line = dict[str, Any]


def words_of(place: Place, book: Book) -> Markup:
    """What a section says; of a paper that was uploaded, nothing but its pages do."""
    if place.section.uploaded:
        return Markup("")
    body = body_of(place.section.html)
    if len(place.labels) > 1:
        [set_] = leaves_of(place.section)
        mark_pages(body, set_.content, place.labels)
    return on_screen(body, _ways(book))


def _ways(book: Book) -> Mapping[str, str]:
    return {
        place.section.name: url_for("readings.section", word=book.edition.ref, section=name_of(place, book.edition))
        for place in book.places
    }


def pages_of(place: Place, book: Book) -> list[Line]:
    """The pages of an uploaded paper: what each is called, where its picture is, and what it says."""
    if place.section.uploaded is None:
        return []
    said = text_of(place.line["sha256"])
    words: Line = {"word": book.edition.ref, "section": name_of(place, book.edition)}
    return [
        {
            "label": label,
            "picture": url_for("readings.picture", **words, page=label, width=PHONE),
            "twice": url_for("readings.picture", **words, page=label, width=TWICE),
            "words": said[number] if number < len(said) else "",
        }
        for number, label in enumerate(place.labels)
    ]
