"""Setting: one document of HTML becomes pages, the same bytes every time, with nothing fetched from anywhere else."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from threading import Lock
from typing import Any

import weasyprint
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from registry.paper import FACES, LARGE, STANDARD, STYLES, legible, paper_file
from registry.press.conformance import PDF_VARIANT, claim_both
from registry.press.lists import give_bodies
from registry.press.styles import labels_of, restyle, sheet_of, style_of
from registry.press.turns import label_pages, mark_turns, pages_on, turns_of
from registry.press.whole import make_whole, name_headings

ONE_AT_A_TIME = Lock()
"""The fonts are read once and shared; Pango does not let two threads shape words with them at once."""

MARK_LETTERS = 12
"""Of a document’s key: as many as tell it from every other that it may be bound with."""


class OurShelves(URLFetcher):
    """Fetches `static:` files of ours and `data:`; anything else an uploaded text may name is refused."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data", "static"}, allow_redirects=False)

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if not url.startswith("static:"):
            return super().fetch(url, headers)
        content, media_type = paper_file(url.removeprefix("static:"))
        return URLFetcherResponse(url, body=content, headers={"Content-Type": media_type})


def typeset(html: str) -> bytes:
    """The pages of a document, tagged for screen readers (PDF/UA-1) and fit to be kept (PDF/A-3a)."""
    with ONE_AT_A_TIME, _litter_let_lie():
        document = HTML(string=legible(html), url_fetcher=OurShelves())
        style = style_of(document.etree_element)
        if style == LARGE:
            _mark_pages(document)
        restyle(document.etree_element, style)
        pdf: bytes = document.write_pdf(
            stylesheets=_sheets(style),
            font_config=_fonts(),
            pdf_variant=PDF_VARIANT,
            pdf_identifier=b"registry",
            finisher=partial(_finish, key_of(html)[:MARK_LETTERS], style),
        )
    return pdf


@contextmanager
def _litter_let_lie() -> Iterator[None]:
    """Python looks for litter after each document: amidst one, whose boxes are all in use, it takes long."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def _mark_pages(document: HTML) -> None:
    """Write where each page of the standard print begins."""
    pages = document.render(stylesheets=_sheets(STANDARD), font_config=_fonts()).pages
    mark_turns(document.etree_element, turns_of(pages), labels_of(document.etree_element, len(pages)))


def _finish(mark: str, style: str, document: Any, pdf: Any) -> None:
    if style == LARGE:
        label_pages(pdf, pages_on(document.pages))
    make_whole(pdf)
    give_bodies(pdf)
    name_headings(pdf, mark)
    claim_both(pdf)


def key_of(html: str) -> str:
    """What all that a page's paper depends on comes to: the same key, the same bytes."""
    return sha256("\0".join((html, _style_of_all())).encode()).hexdigest()


@cache
def _fonts() -> FontConfiguration:
    """Our fonts, read once: they take longer than many a document."""
    fonts = FontConfiguration()
    CSS(string="".join(face.rule for face in FACES), url_fetcher=OurShelves(), font_config=fonts)
    return fonts


@cache
def _sheets(style: str) -> list[CSS]:
    return [CSS(string=sheet_of(style), url_fetcher=OurShelves(), font_config=_fonts())]


@cache
def _style_of_all() -> str:
    files = b"".join([*(sheet_of(style).encode() for style in STYLES), *(face.read() for face in FACES)])
    return f"{weasyprint.VERSION} {PDF_VARIANT} {sha256(files).hexdigest()}"
