"""How notes are written. They are working papers: the ledger knows nothing of them."""

from registry import clock
from registry.db import db
from registry.editions.drawing import Place
from registry.editions.models import Edition
from registry.ledger import together
from registry.ledger.acts import Actor
from registry.readings.models import Note


def note(edition: Edition, place: Place, *, section: str, page: str = "", words: str, by: Actor) -> Note:
    """Note something for oneself at a section of a pack, or at a page of it."""
    about = {"meeting_ref": edition.meeting_ref, "section": section, "title": place.section.title, "page": page}
    with together():
        noted = Note(account_ref=by.ref, **about, rev=0)
        _write(noted, words)
        db.session.add(noted)
    return noted


def change(note: Note, *, words: str) -> None:
    with together():
        _write(note, words)


def _write(note: Note, words: str) -> None:
    note.words, note.at, note.rev = words, clock.now(), note.rev + 1


def delete(note: Note) -> None:
    """Take a note out of the books for good."""
    with together():
        db.session.delete(note)
