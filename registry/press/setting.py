"""Setting: one document of HTML becomes pages, the same bytes every time, with nothing fetched from anywhere else."""

from functools import cache, partial
from hashlib import sha256
from threading import Lock
from typing import Any

import weasyprint
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from registry.paper import FACES, paper_file
from registry.press.conformance import PDF_VARIANT, claim_both
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
    with ONE_AT_A_TIME:
        css, fonts = _style()
        document = HTML(string=html, url_fetcher=OurShelves())
        pdf: bytes = document.write_pdf(
            stylesheets=[css],
            font_config=fonts,
            pdf_variant=PDF_VARIANT,
            pdf_identifier=b"registry",
            finisher=partial(_finish, key_of(html)[:MARK_LETTERS]),
        )
    return pdf


def _finish(mark: str, document: Any, pdf: Any) -> None:
    make_whole(pdf)
    name_headings(pdf, mark)
    claim_both(pdf)


def key_of(html: str) -> str:
    """What all that a page's paper depends on comes to: the same key, the same bytes."""
    return sha256("\0".join((html, _style_of_all())).encode()).hexdigest()


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    """The print style sheet, read once: its fonts take longer than many a document."""
    fonts = FontConfiguration()
    return CSS(url="static:print.css", url_fetcher=OurShelves(), font_config=fonts), fonts


@cache
def _style_of_all() -> str:
    files = [paper_file(name)[0] for name in ("print.css", *(f"fonts/{face}.ttf" for face in FACES))]
    return f"{weasyprint.VERSION} {PDF_VARIANT} {sha256(b''.join(files)).hexdigest()}"
