from flask import abort, url_for

from registry.certificates.models import Certificate
from registry.decisions.models import Decision
from registry.directors.models import Directorship
from registry.doors import Duty, Found
from registry.doors.hung import has_all
from registry.files import kept
from registry.ledger import Document
from registry.members.models import Member
from registry.openings import queries
from registry.openings.models import Opening
from registry.openings.rules import RECORDS
from registry.openings.schemas import AboutRow, BookRow, CitingRow, OpeningPage, OpeningRow, SheetPage
from registry.openings.sheet import sheet_on
from registry.openings.views.doors import room
from registry.people.models import Person
from registry.seats.models import Seat
from registry.terms.models import Terms


@room.page(
    "/register",
    needs="openings.read",
    tells=OpeningRow,
    title="Old books brought in",
    acts=("openings.load", "openings.sign"),
)
def register(on):
    return queries.openings_on(on)


@room.page("/books", needs="openings.load", tells=BookRow, title="The old books and their columns")
def books(on):
    return queries.books_and_their_columns()


@room.page(
    "/reconciliation",
    needs="openings.read",
    tells=SheetPage,
    title="Reconciliation with the old books",
    many=False,
    acts=("openings.sign",),
)
def reconciliation(on):
    return sheet_on(on)


@room.page("/<word>", needs="openings.read", tells=OpeningPage, title="Old book", of=Opening)
def opening(opening, on):
    return queries.opening_on(opening)


@room.file("/<word>/paper", needs="openings.read", title="Scan of an old book", of=Opening)
def paper(opening):
    return (opening.paper_name, kept(opening.paper)) if opening.paper else abort(404)


@room.file("/<word>/file", needs="openings.read", title="File of an old book", of=Opening)
def file(opening):
    try:
        return opening.name, kept(opening.sha256)
    except LookupError:
        abort(404)


@room.panel(
    on=Decision, needs="openings.read", tells=CitingRow, title="Done by its authority, by the old books", empty=""
)
def done_by_its_authority(decision, on):
    return queries.entries_citing(decision, on)


def hang_on(kind: type[Document]) -> None:
    """On the page of whatever the old books have told of, what they told."""

    @room.panel(on=kind, needs="openings.read", tells=AboutRow, title="From the old books", empty="")
    def from_the_old_books(document, on):
        return queries.entries_about(document, on)


for kind in (Person, Member, Certificate, Seat, Directorship, Terms, Decision):
    hang_on(kind)


@room.duties(needs="openings.sign")
def to_be_reconciled(on):
    """Old books have been brought in since a sheet was last signed."""
    if (last := queries.last_unsigned(on)) is not None:
        sentence = (
            f"Old books were brought in, the last of them from {last.source}: print the sheet, and have it signed"
        )
        signed = {"done_at": url_for("openings.sign"), "done": "Note that it was signed"}
        yield Duty(sentence, None, RECORDS, url_for("openings.reconciliation"), **signed)


@room.searched(needs="openings.read")
def search(words, on):
    for line in queries.openings_on(on):
        if has_all(f"{line['book']} {line['source']}", words):
            yield Found("Old book", line["source"], url_for("openings.opening", word=line["ref"]))
