from flask import abort, g

from registry.decisions.models import Decision
from registry.decisions.reading import as_read_by, is_open
from registry.doors import Room
from registry.minute_books.extracts import copies_of, extract_of, is_a_resolution_of_members, resolution_of
from registry.minute_books.schemas import CopyRow, ExtractPage, ResolutionPage

room = Room(__name__)


def readable(line):
    """Of what its reader may not read there is no copy."""
    [told] = as_read_by(g.account)([line])
    return told if is_open(told) else abort(404)


@room.page(
    "/extract/<path:word>",
    needs="minute_books.extract",
    tells=ExtractPage,
    title="Certified extract",
    of=Decision,
    panels=False,
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
)
def resolution(decision, on):
    """Of the members alone: what directors decide is not filed."""
    if decision.on > on or not is_a_resolution_of_members(decision):
        abort(404)
    return readable(resolution_of(decision, on))


@room.panel(on=Decision, needs="minute_books.extract", tells=CopyRow, title="To be signed", empty="", is_printed=False)
def copies(decision, on):
    return copies_of(decision) if decision.on <= on else []
