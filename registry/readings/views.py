from flask import abort, g, url_for
from marshmallow import ValidationError

from registry.accounts.caller import note_access
from registry.doors import Room
from registry.doors.telling import PICTURE, Listing
from registry.editions.models import Edition
from registry.editions.succession import editions_of
from registry.editions.wanted import own_copy
from registry.meetings.restricted import withheld
from registry.press.pictures import WIDTHS, picture_of
from registry.readings import commands, queries
from registry.readings.books import in_an_address, names_of, own_book, place_in
from registry.readings.keeping import sweep
from registry.readings.models import Note
from registry.readings.opened import open_for, who_opened
from registry.readings.printing import print_chosen, print_notes
from registry.readings.schemas import (
    ChangeForm,
    DeleteForm,
    NoteForm,
    NoteRow,
    OpenedRow,
    PackReading,
    ReadingRow,
    SectionReading,
)
from registry.readings.sections import pages_of, words_of

NOT_IN_THE_PACK = "That is not in the pack, or not on that page. Go back to it, and write your note there."

room = Room(__name__, under="packs")


@room.page("/register", needs="readings.read", tells=ReadingRow, title="Packs to read")
def register(on):
    return queries.to_read(on)


@room.page("/<word>", needs="readings.read", tells=PackReading, title="Read a pack", of=Edition, prints=print_chosen)
def pack(edition, on):
    sweep()
    return queries.pack_told(own_book(edition), open_for(edition, own_copy()))


@room.page(
    "/<word>/<section>", needs="readings.read", tells=SectionReading, title="Section", of=Edition, prints=print_chosen
)
def section(edition, section, on):
    book = own_book(edition)
    place = place_in(book, section)
    open_for(edition, own_copy())
    _note_restricted(place, book)
    return queries.section_told(place, book) | {"words": words_of(place, book), "paper": pages_of(place, book)}


def _note_restricted(place, book):
    """In the access log, as every reading of what is restricted."""
    for each in queries.sections_at(place, book.edition):
        if each.item_ref in withheld(book.edition.meeting) and not queries.is_kept(place):
            note_access("read a restricted item of a pack", each.item_ref, account_ref=g.account.ref)


@room.file("/<word>/<section>/paper", needs="readings.read", title="Uploaded paper", of=Edition)
def paper(edition, section):
    place = place_in(own_book(edition), section)
    return f"{place.section.title}.pdf", _uploaded(place).content


@room.file("/<word>/<section>/<page>/<int:width>", needs="readings.read", title="Picture of a page", of=Edition)
def picture(edition, section, page, width):
    """Of those widths alone for which a page of ours asks."""
    place = place_in(own_book(edition), section)
    if page not in place.labels or width not in WIDTHS:
        abort(404)
    return f"{page}.webp", picture_of(_uploaded(place).content, place.labels.index(page) + 1, width), PICTURE


def _uploaded(place):
    return place.section.uploaded or abort(404)


@room.page(
    "/<word>/notes",
    needs="readings.read",
    tells=NoteRow,
    title="Your notes",
    of=Edition,
    many=True,
    prints=print_notes,
)
def notes(edition, on):
    sweep()
    book = own_book(edition)
    return Listing(queries.note_lines(book), pack=book.pack["title"], edition=edition.number)


@room.form("/<word>/note", needs="readings.note", asks=NoteForm, title="Write a note", of=Edition)
def note(edition, answer):
    book = own_book(edition)
    place = next((each for each in book.places if answer["section"] in names_of(each, edition)), None)
    if place is None or (answer["page"] and answer["page"] not in place.labels):
        raise ValidationError({"section": [NOT_IN_THE_PACK]})
    commands.note(edition, place, **answer, by=g.account)
    return _at(edition, answer["section"])


@room.form(
    "/notes/<word>/change",
    needs="readings.change",
    asks=ChangeForm,
    title="Change your note",
    of=Note,
    edits=True,
    offers=lambda note: {"words": own(note).words},
)
def change(note, answer):
    commands.change(own(note), **answer)
    return _beside(note)


@room.form(
    "/notes/<word>/delete",
    needs="readings.delete",
    asks=DeleteForm,
    title="Delete your note",
    of=Note,
    edits=True,
    beside=lambda note: {"words": own(note).words},
)
def delete(note, answer):
    place = _beside(own(note))
    commands.delete(note)
    return place


def own(note):
    """Another's note is not there, whoever asks."""
    return note if note.account_ref == g.account.ref else abort(404)


def _beside(note):
    return _at(editions_of(note.meeting)[-1], note.section)


def _at(edition, section):
    """Where the notes on a section are; those on what was taken out are in the list of all."""
    names = {in_an_address(each.name) for each in edition.sections}
    if section not in names:
        return url_for(".notes", word=edition.ref)
    return url_for(".section", word=edition.ref, section=section, _anchor="notes")


@room.panel(
    on=Edition, needs="editions.issue", tells=OpenedRow, title="Who has opened this pack", empty="", is_printed=False
)
def opened(edition, on):
    return who_opened(edition)
