"""Paper: HTML in, the same PDF out every time, and nothing fetched from anywhere else."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from flask import current_app, render_template
from jinja2 import Template

from registry import clock, ledger
from registry.press import keys
from registry.press.blank import with_a_blank_page
from registry.press.codes import code_of, coded
from registry.press.issued import Print, Wanted, issued
from registry.press.kept import own_shelf
from registry.press.letting_go import let_go, let_go_of_all_that_show
from registry.press.setting import key_of, typeset
from registry.press.styles import in_style
from registry.press.workers import typeset_all

__all__ = [
    "Letterhead",
    "Print",
    "Wanted",
    "code_of",
    "is_signed",
    "in_style",
    "issued",
    "key_of",
    "let_go",
    "let_go_of_all_that_show",
    "letterhead",
    "letterhead_from",
    "on_paper",
    "print_pdf",
    "set_all",
    "typeset",
    "with_a_blank_page",
]


def print_pdf(template: list[str | Template], wanted: Wanted, **facts: Any) -> bytes:
    """Print `template`, and enter it in the log. The facts are plain values, never database rows."""
    html = render_template(template, **on_paper(facts | {"signed": is_signed(wanted)}))
    code = code_of(html)
    return issued(code, wanted, lambda: typeset(coded(html, code)))


def is_signed(wanted: Wanted) -> bool:
    """Whether a paper is to say that it is signed: it is one that the company signs, and there is a key."""
    return wanted.signed and keys.is_set()


def on_paper(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with what every page of ours carries: whose it is, and its place in the ledger."""
    known = facts.get("known")
    with ledger.live():
        sealed = ledger.head() if known is None else ledger.head_at(known)
    return {
        **letterhead(),
        "sealed": {"size": sealed.size, "root": sealed.root},
        "bound": "",
        "beside": (),
        "signed": False,
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


def set_all(documents: Sequence[str]) -> list[bytes]:
    """The pages of several documents, in their order: those set before from where they are kept, the others at once."""
    shelf = own_shelf()
    wanted = [key_of(html) for html in documents]
    found = {key: kept for key in wanted if shelf is not None and (kept := shelf.find(key)) is not None}
    wanting = {key: html for key, html in zip(wanted, documents, strict=True) if key not in found}
    made = typeset_all(list(wanting.values()), workers=current_app.config["PRESS_WORKERS"])
    for key, content in zip(wanting, made, strict=True):
        found[key] = content
        if shelf is not None:
            shelf.keep(key, content)
    return [found[key] for key in wanted]
