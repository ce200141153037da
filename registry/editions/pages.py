"""What the page of an edition tells its reader: its sections, what has changed, and which copies there are for her."""

from collections.abc import Iterator
from typing import Any

from flask import url_for

from registry import clock
from registry.editions.copies import EVERYONE, PUBLIC, WHOLE, Copy, reads
from registry.editions.models import Edition, EditionSection
from registry.editions.opening import changes, last_opened
from registry.editions.queries import line_of
from registry.editions.receiving import receivers
from registry.editions.rules import in_runs
from registry.editions.succession import before, editions_of, latest_of, superseded
from registry.editions.wanted import ASKED
from registry.packs.readers import PackReader
from registry.wording import day as in_words

Line = dict[str, Any]

THE_LATEST = "You have it as it is."
NEVER_OPENED = "You have not opened this pack yet."


def page_of(edition: Edition, own: Copy) -> Line:
    reader = reads(own, edition.meeting)
    opened = last_opened(edition, own)
    return line_of(edition, is_latest=edition is latest_of(edition)) | {
        "superseded": superseded(edition),
        "since": _since(edition, opened),
        "steps": _steps(edition, opened, reader),
        "sections": list(_sections(edition, reader)),
        "earlier": [_earlier(edition, each) for each in editions_of(edition.meeting) if each.number < edition.number],
        "own": _copy(edition, None, "Your own", f"As {own.name} may read it"),
    }


def _steps(edition: Edition, opened: Edition | None, reader: PackReader) -> list[str]:
    """What is to be done to the pages of the copy that she opened, if this one is later."""
    if opened is None or opened.number >= edition.number:
        return []
    return [step.sentence for step in changes(opened, edition, reader)]


def _since(edition: Edition, opened: Edition | None) -> str:
    if opened is None:
        return NEVER_OPENED
    if opened.number == edition.number:
        return THE_LATEST
    return f"You opened edition {opened.number}, issued on {in_words(clock.civil_day(opened.issued))}."


def _sections(edition: Edition, reader: PackReader) -> Iterator[Line]:
    last = before(edition)
    keys = {each.name: (each.key, each.labels) for each in last.sections} if last else {}
    for section in edition.sections:
        was = keys.get(section.name)
        changed = "New" if was is None else "" if was == (section.key, section.labels) else "Changed"
        pages = in_runs(section.pages, edition.labels)
        yield {"title": _title(section, reader), "pages": pages, "changed": changed if last else ""}


def _title(section: EditionSection, reader: PackReader) -> str:
    if section.item_ref in reader.hidden:
        return "Restricted"
    is_kept = section.item_ref in reader.kept and not section.name.startswith("item ")
    return "Kept from you" if is_kept else section.title


def _earlier(edition: Edition, since: Edition) -> Line:
    href = url_for("editions.insert", word=edition.ref, since=since.number)
    return {"number": since.number, "href": href}


def copies_of(edition: Edition) -> Iterator[Line]:
    """Whose copy may be printed: everybody's, the public's, the archive's, and each reader's."""
    yield _copy(edition, EVERYONE, "For everyone", "Nothing that is restricted")
    yield _copy(edition, PUBLIC, "For the public", "Nothing that is restricted, nor how conflicts are handled")
    yield _copy(edition, WHOLE, "For the archive", "The whole, across which is said if it has been superseded")
    for person in receivers(edition.meeting):
        yield _copy(edition, person.ref, f"For {person.called}", "As this reader may read it")


def _copy(edition: Edition, asked: str | None, whose: str, what: str) -> Line:
    words: Line = {"word": edition.ref, "kind": "pdf"} | ({ASKED: asked} if asked else {})
    return {"whose": whose, "what": what, "href": url_for("editions.edition", **words)}
