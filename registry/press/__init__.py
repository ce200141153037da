"""Paper: HTML in, the same PDF out every time, and nothing fetched from anywhere else."""

from collections.abc import Callable
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

import weasyprint
from flask import current_app, render_template
from jinja2 import Template
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from registry import clock, ledger
from registry.paper import FACES, paper_file
from registry.press.conformance import PDF_VARIANT, claim_both
from registry.press.whole import make_whole


class OurShelves(URLFetcher):
    """Fetches `static:` files of ours and `data:`; anything else an uploaded text may name is refused."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data", "static"}, allow_redirects=False)

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if not url.startswith("static:"):
            return super().fetch(url, headers)
        content, media_type = paper_file(url.removeprefix("static:"))
        return URLFetcherResponse(url, body=content, headers={"Content-Type": media_type})


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    """The print style sheet, read once: its fonts take longer than many a document."""
    fonts = FontConfiguration()
    return CSS(url="static:print.css", url_fetcher=OurShelves(), font_config=fonts), fonts


def print_pdf(template: list[str | Template], **facts: Any) -> bytes:
    """Print `template`, tagged for screen readers. The facts are plain values, never database rows."""
    return typeset(render_template(template, **on_paper(facts)))


def on_paper(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with what every page of ours carries: whose it is, and its place in the ledger."""
    known = facts.get("known")
    sealed = ledger.head() if known is None else ledger.head_at(known)
    return {
        **letterhead(),
        "sealed": {"size": sealed.size, "root": sealed.root},
        "bound": "",
        **facts,
        "known": known or sealed.at,
    }


Letterhead = Callable[[date], dict[str, str]]
_letterheads: list[Letterhead] = []


def letterhead_from(source: Letterhead) -> None:
    """Let a register say whose papers these are, as at a day; while it says nothing, the settings do."""
    if source not in _letterheads:
        _letterheads.append(source)


def letterhead(on: date | None = None) -> dict[str, str]:
    """Whose papers these are, as at a day; as at today, if none is named."""
    settings = current_app.config
    told = {name: settings[name.upper()] for name in ("company", "company_number", "registered_office")}
    for source in _letterheads:
        told |= source(on or clock.today())
    return told


def typeset(html: str) -> bytes:
    css, fonts = _style()
    document = HTML(string=html, url_fetcher=OurShelves())
    pdf: bytes = document.write_pdf(
        stylesheets=[css],
        font_config=fonts,
        pdf_variant=PDF_VARIANT,
        pdf_identifier=b"registry",
        finisher=_finish,
    )
    return pdf


def _finish(document: Any, pdf: Any) -> None:
    make_whole(pdf)
    claim_both(pdf)


def key_of(html: str) -> str:
    """What all that a page's paper depends on comes to: the same key, the same bytes."""
    return sha256("\0".join((html, _style_of_all())).encode()).hexdigest()


@cache
def _style_of_all() -> str:
    files = [paper_file(name)[0] for name in ("print.css", *(f"fonts/{face}.ttf" for face in FACES))]
    return f"{weasyprint.VERSION} {PDF_VARIANT} {sha256(b''.join(files)).hexdigest()}"
