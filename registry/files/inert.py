"""Making a PDF inert, in a program of its own: whatever is wrong in a file that others made, only this dies of it.

    python -I inert.py IN OUT

OUT has neither scripts nor forms nor files inside it, and is written the same way every time; what was filled in, drawn
or stamped on a page stays seen. Says in JSON how many `pages` it has and what was `removed`, or its `fault`.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

MOST_PAGES = 2000
MOST_UNPACKED = 256 * 1024 * 1024
"""How many bytes of drawing a whole paper may come to: a plan of a building has about a tenth of that."""

NO_MEMORY = "bad_alloc"

LOCKED = "is locked with a password. Send it without."
DAMAGED = "is damaged and cannot be opened."
SWOLLEN = "unpacks to more than this registry can read."
EMPTY = "has no pages."
FOR_ONE_READER = "is a form that only Adobe’s own reader can show. Print it to a PDF there, and send that."

SCRIPT, PROGRAM, LINKS = "a script", "a call to start another program", "links"
FORM, SIGNATURE, NOTES = "a form", "a digital signature", "notes in the margin"
FILE, FILM = "a file inside it", "a film or a sound"
OF_ANNOTATION = {"/FileAttachment": FILE, "/Text": NOTES} | dict.fromkeys(
    ("/Movie", "/Sound", "/Screen", "/RichMedia", "/3D"), FILM
)
OF_ACTION = {"/JavaScript": SCRIPT, "/Launch": PROGRAM, "/URI": LINKS, "/GoTo": LINKS, "/GoToR": LINKS}
OF_CATALOG = ("/OpenAction", "/AA", "/AcroForm", "/AF", "/Collection")
OF_NAMES = ("/JavaScript", "/EmbeddedFiles")
OF_PAGE = ("/AA", "/Annots", "/AF", "/TrimBox", "/BleedBox", "/ArtBox")
"""The last three are for whoever cuts the sheets; what a reader is shown is the crop."""


class Unsound(Exception):
    pass


def make_inert(pdf: Pdf) -> list[str]:
    """Take out all that is active; gives what that was."""
    found = list(dict.fromkeys(_active(pdf)))
    _draw_what_is_filled_in(pdf)
    _strike(pdf.Root, *OF_CATALOG)
    if "/Names" in pdf.Root:
        _strike(pdf.Root.Names, *OF_NAMES)
    for page in pdf.pages:
        _strike(page.obj, *OF_PAGE)
    for bookmark in _bookmarks(pdf):
        if bookmark.get("/A", Dictionary()).get("/S") != "/GoTo":
            _strike(bookmark, "/A", "/AA")
    return found


def _active(pdf: Pdf) -> Iterator[str]:
    names = pdf.Root.get("/Names", Dictionary())
    if "/JavaScript" in names or "/AA" in pdf.Root or any("/AA" in page.obj for page in pdf.pages):
        yield SCRIPT
    if "/EmbeddedFiles" in names or "/AF" in pdf.Root or "/Collection" in pdf.Root:
        yield FILE
    if (kind := _of_action(pdf.Root.get("/OpenAction"))) and kind != LINKS:
        yield kind
    for annotation in _annotations(pdf):
        yield from _of_annotation(annotation)


def _of_annotation(annotation: Object) -> Iterator[str]:
    kind = str(annotation.get("/Subtype"))
    if kind == "/Widget":
        yield SIGNATURE if _inherited(annotation, "/FT") == "/Sig" else FORM
    if kind in OF_ANNOTATION:
        yield OF_ANNOTATION[kind]
    if "/AA" in annotation:
        yield SCRIPT
    if (what := _of_action(annotation.get("/A"))) or (kind == "/Link" and "/Dest" in annotation):
        yield what or LINKS


def _of_action(action: Object | None) -> str | None:
    """What an action is; one in a hundred leads on to others, which go with it."""
    return OF_ACTION.get(str(action.get("/S"))) if isinstance(action, Dictionary) else None


def _inherited(field: Object, key: str) -> Object | None:
    for _ in range(32):
        if key in field or "/Parent" not in field:
            break
        field = field.Parent
    return field.get(key)


def _draw_what_is_filled_in(pdf: Pdf) -> None:
    """Let fields, stamps and marks be of the page itself."""
    if "/AcroForm" in pdf.Root and any(
        "/AP" not in each and _inherited(each, "/V") is not None for each in _annotations(pdf)
    ):
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")


def _annotations(pdf: Pdf) -> Iterator[Object]:
    return (each for page in pdf.pages for each in page.obj.get("/Annots", []) if isinstance(each, Dictionary))


def _bookmarks(pdf: Pdf) -> Iterator[Object]:
    return (each for each in pdf.objects if isinstance(each, Dictionary) and "/Title" in each and "/Parent" in each)


def _strike(part: Object, *keys: str) -> None:
    for key in keys:
        if key in part:
            del part[key]


def _vet(pdf: Pdf) -> None:
    """Whether it can be bound in; raises Unsound if not."""
    if pdf.is_encrypted:
        raise Unsound(LOCKED)
    if pdf.Root.get("/NeedsRendering"):
        raise Unsound(FOR_ONE_READER)
    if not pdf.pages:
        raise Unsound(EMPTY if not pdf.Root.Pages.get("/Count") else DAMAGED)
    if len(pdf.pages) > MOST_PAGES:
        raise Unsound(f"has {len(pdf.pages):,} pages. A paper may have {MOST_PAGES:,}; send it in parts.")
    if any("/Type" in each.obj and each.obj.Type != "/Page" for each in pdf.pages):
        raise Unsound(DAMAGED)
    unpacked = 0
    for drawing in _drawings(pdf):
        unpacked += len(drawing.read_bytes())
        if unpacked > MOST_UNPACKED:
            raise Unsound(SWOLLEN)


def _drawings(pdf: Pdf) -> Iterator[pikepdf.Stream]:
    """Whatever will have to be read to draw the pages, but for pictures."""
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        yield from _streams(contents if isinstance(contents, pikepdf.Array) else [contents])
    yield from (each for each in _streams(pdf.objects) if each.get("/Subtype") == Name.Form)


def _streams(things: Iterable[Any]) -> Iterator[pikepdf.Stream]:
    return (each for each in things if isinstance(each, pikepdf.Stream))


def _made_inert(asked: str, made: str) -> dict[str, object]:
    try:
        with pikepdf.open(asked) as pdf:
            _vet(pdf)
            removed = make_inert(pdf)
            pdf.save(made, deterministic_id=True)
            return {"pages": len(pdf.pages), "removed": removed}
    except pikepdf.PasswordError:
        return {"fault": LOCKED}
    except Unsound as fault:
        return {"fault": str(fault)}
    except MemoryError:
        return {"fault": SWOLLEN}
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, KeyError) as fault:
        return {"fault": SWOLLEN if NO_MEMORY in str(fault) else DAMAGED}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_made_inert(*sys.argv[1:])))
