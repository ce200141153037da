"""What a reader prints: the sections that she chooses, on the pages they always have; and her notes, for herself."""

from dataclasses import replace

from flask import render_template, request

from registry.db import db
from registry.doors.telling import Told
from registry.editions.handing import note_handed
from registry.editions.models import Edition
from registry.editions.printing import print_book
from registry.editions.wanted import own_copy
from registry.press import typeset
from registry.readings.books import names_of, own_book

CHOSEN = "section"


def print_chosen(told: Told) -> bytes:
    """Those sections of her own copy that the address names, or else the whole; entered in the log of prints."""
    assert told.wanted
    edition = db.session.get_one(Edition, told.facts[0]["ref"])
    book, chosen = own_book(edition), _chosen(told)
    places = [place for place in book.places if not chosen or chosen & {*names_of(place, edition)}]
    title = f"{book.pack['title']}, edition {edition.number}{', in part' if chosen else ''}"
    asked = {CHOSEN: sorted(chosen)} if chosen else {}
    wanted = replace(told.wanted, title=title, asked=asked, on=edition.meeting.on, known=edition.known)
    paper = print_book(replace(book, places=places), wanted)
    note_handed(edition, own_copy(), account_ref=wanted.account_ref)
    return paper


def _chosen(told: Told) -> set[str]:
    """By the names that an address has for them: one, on the page of one."""
    [fact] = told.facts
    return {fact["name"]} if "name" in fact else {*request.args.getlist(CHOSEN)}


def print_notes(told: Told) -> bytes:
    """The reader's own notes: in no log, and kept nowhere once they are handed to her."""
    return typeset(
        render_template("readings/print/notes.html", **told.words, title="Your notes", bound="", sealed=None)
    )
