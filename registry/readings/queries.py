from datetime import date
from typing import Any

from flask import g, url_for
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.editions.drawing import Book, Place
from registry.editions.models import Edition, EditionSection
from registry.editions.queries import LATEST, editions_on
from registry.editions.rules import in_runs
from registry.editions.succession import latest_of
from registry.ledger import live
from registry.readings.books import names_of
from registry.readings.models import Note
from registry.readings.opened import is_told
from registry.wording import day as in_words

Line = dict[str, Any]

NEW, CHANGED = "New", "Changed"


def to_read(day: date) -> list[Line]:
    """The latest edition of every pack that was issued by a day, the latest meeting first."""
    latest = [line for line in editions_on(day) if line["state"] == LATEST]
    return sorted(latest, key=lambda line: line["issued"], reverse=True)


def pack_told(book: Book, before: Edition | None) -> Line:
    """What a reader is told of an edition that she opens; `before` is the one that she had opened before it."""
    edition, latest = book.edition, latest_of(book.edition)
    lines = contents(book, before)
    return _head(book) | {
        "issued": edition.issued,
        "since": since(edition, before, latest),
        "taken_out": taken_out(edition, before),
        "is_told": is_told(edition),
        "sections": lines,
        "gone": sum(1 for line in note_lines(book) if line["gone"]),
        "latest_href": url_for("readings.pack", word=latest.ref) if latest is not edition else None,
    }


def section_told(place: Place, book: Book) -> Line:
    """A section without its words, between those that stand beside it."""
    before, after = beside(place, book)
    name, uploaded = name_of(place, book.edition), place.section.uploaded
    return (
        line_of(place, book)
        | _head(book)
        | {
            "section": place.section.title,
            "first": place.labels[0],
            "place": book.places.index(place) + 1,
            "count": len(book.places),
            "paper_href": url_for("readings.paper", word=book.edition.ref, section=name) if uploaded else None,
            "before": before,
            "after": after,
            "notes": [line for line in note_lines(book) if line["section"] in names_of(place, book.edition)],
        }
    )


def _head(book: Book) -> Line:
    edition = book.edition
    about = {"title": book.pack["title"], "meeting": book.pack["title"], "edition": f"Edition {edition.number}"}
    return about | {"ref": edition.ref}


def contents(book: Book, before: Edition | None) -> list[Line]:
    """The sections of a reader's copy in their order, and what has become of each since another edition."""
    noted = [note.section for note in notes_in(book.edition)]
    return [
        line_of(place, book)
        | {"changed": changed(place, book.edition, before)}
        | {"notes": sum(1 for name in noted if name in names_of(place, book.edition))}
        for place in book.places
    ]


def line_of(place: Place, book: Book) -> Line:
    line, name = place.line, name_of(place, book.edition)
    return {
        "name": name,
        "title": place.section.title,
        "about": line["about"],
        "presenter": line["presenter"],
        "level": line["level"],
        "pages": in_runs(place.labels, book.edition.labels),
        "href": url_for("readings.section", word=book.edition.ref, section=name),
    }


def name_of(place: Place, edition: Edition) -> str:
    """What an address calls it: by the first of the sections in whose place it stands."""
    return names_of(place, edition)[0]


def sections_at(place: Place, edition: Edition) -> list[EditionSection]:
    return [each for each in edition.sections if {*each.pages} & {*place.labels}]


def changed(place: Place, edition: Edition, before: Edition | None) -> str:
    """In words; nothing, of what is kept from the reader, or is as it was."""
    if before is None or before.number >= edition.number or is_kept(place):
        return ""
    [section] = sections_at(place, edition)
    was = {each.name: (each.key, each.labels) for each in before.sections}.get(section.name)
    return NEW if was is None else "" if was == (section.key, section.labels) else CHANGED


def is_kept(place: Place) -> bool:
    """Whether it stands for what the reader has not."""
    return place.section.name.startswith("kept-")


def since(edition: Edition, before: Edition | None, latest: Edition) -> str:
    """What a reader is told of other editions of the pack that she opens."""
    if latest.number > edition.number:
        return f"Superseded by edition {latest.number}, issued on {_issued(latest)}."
    if before is None:
        return "This is the first edition of it that you open." if edition.number > 1 else ""
    return f"Before this you opened edition {before.number}, issued on {_issued(before)}."


def taken_out(edition: Edition, before: Edition | None) -> str:
    """Which pages of the edition that she opened before are no longer in this one."""
    if before is None or before.number >= edition.number:
        return ""
    gone = [label for label in before.labels if label not in edition.labels]
    return in_runs(gone, before.labels)


def _issued(edition: Edition) -> str:
    return in_words(clock.civil_day(edition.issued))


def notes_in(edition: Edition) -> list[Note]:
    """What the reader noted for herself in any edition of a pack, the first first."""
    mine = select(Note).where(Note.account_ref == g.account.ref, Note.meeting_ref == edition.meeting_ref)
    with live():
        return list(db.session.scalars(mine.order_by(Note.ref)))


def note_lines(book: Book) -> list[Line]:
    """The reader's notes in the order of the pack; last, those on what is no longer in it."""
    order = {name: place for place in book.places for name in names_of(place, book.edition)}
    lines = [note_line(note, order.get(note.section), book) for note in notes_in(book.edition)]
    return sorted(lines, key=lambda line: line["order"])


def note_line(note: Note, place: Place | None, book: Book) -> Line:
    labels = book.edition.labels
    page = note.page if place and note.page in place.labels else ""
    return {
        "ref": note.ref,
        "rev": note.rev,
        "section": note.section,
        "on": place.section.title if place else note.title,
        "page": note.page,
        "gone": _gone(note, place, book.edition),
        "words": note.words,
        "at": note.at,
        "order": labels.index(page or place.labels[0]) if place else len(labels),
        "href": url_for("readings.section", word=book.edition.ref, section=note.section) if place else None,
    }


def _gone(note: Note, place: Place | None, edition: Edition) -> str:
    """What is said of a note on what was taken out."""
    if place is None:
        return f"Taken out: it is not in edition {edition.number}"
    if note.page and note.page not in place.labels:
        return f"Page {note.page} was taken out: it is not in edition {edition.number}"
    return ""


def beside(place: Place, book: Book) -> tuple[Line | None, Line | None]:
    """What stands before a section, and what after it."""
    at = book.places.index(place)
    before = line_of(book.places[at - 1], book) if at else None
    after = line_of(book.places[at + 1], book) if at + 1 < len(book.places) else None
    return before, after
