from flask import abort, g, request

from registry.accounts.caller import note_access
from registry.decisions.models import Decision
from registry.decisions.reading import as_read_by, is_open
from registry.doors import Room
from registry.minute_books import books
from registry.minute_books.extracts import copies_of, extract_of, is_a_resolution_of_members, resolution_of
from registry.minute_books.printing import print_book
from registry.minute_books.readers import reader_of
from registry.minute_books.schemas import BookPage, BookRow, CopyRow, ExtractPage, ResolutionPage
from registry.minutes.rules import is_for_whoever_sits_there
from registry.structure.models import Body

room = Room(__name__, under="minutes")

YEAR_DIGITS = 4


@room.page("/register", needs="minute_books.read", tells=BookRow, title="Minute books")
def register(on):
    """Those that their reader may have."""
    return books.books_on(on, reader_of(g.account).may_read)


@room.page(
    "/<word>", needs="minute_books.read", tells=BookPage, title="Minute book", of=Body, prints=print_book, panels=False
)
def minute_book(body, on):
    """Asked with ?year=, of that year; else of the year of the day looked at."""
    reader = reader_of(g.account)
    if not reader.may_read(body):
        abort(403, is_for_whoever_sits_there.sentence)
    if reader.reads_restricted(body):
        note_access("read a minute book with what is restricted in it", body.ref, account_ref=g.account.ref)
    return books.book_of(body, year_asked(on), on, reader)


def year_asked(on) -> int:
    asked = request.args.get("year", str(on.year))
    if not (asked.isascii() and asked.isdecimal() and len(asked) == YEAR_DIGITS and asked <= str(on.year)):
        abort(404, f"There is no minute book of the year “{asked}”.")
    return int(asked)


@room.panel(on=Body, needs="minute_books.read", tells=BookRow, title="Minute books", empty="", is_printed=False)
def books_of(body, on):
    return books.books_on(on, lambda each: each.ref == body.ref and reader_of(g.account).may_read(each))


def readable(line):
    """Of what its reader may not read there is no copy."""
    [told] = as_read_by(g.account)([line])
    return told if is_open(told) else abort(404)


def certified(told):
    """Whatever such a paper tells is certified to be so."""
    return True


@room.page(
    "/extract/<path:word>",
    needs="minute_books.extract",
    tells=ExtractPage,
    title="Certified extract",
    of=Decision,
    panels=False,
    signs=certified,
)
def extract(decision, on):
    """Nothing is certified of what was decided only later."""
    return readable(extract_of(decision, on)) if decision.on <= on else abort(404)


@room.page(
    "/resolution/<path:word>",
    needs="minute_books.extract",
    tells=ResolutionPage,
    title="Copy of the resolution",
    of=Decision,
    panels=False,
    signs=certified,
)
def resolution(decision, on):
    """Of the members alone: what directors decide is not filed."""
    if decision.on > on or not is_a_resolution_of_members(decision):
        abort(404)
    return readable(resolution_of(decision, on))


@room.panel(on=Decision, needs="minute_books.extract", tells=CopyRow, title="To be signed", empty="", is_printed=False)
def copies(decision, on):
    return copies_of(decision) if decision.on <= on else []
