"""How answers leave: as a page, JSON, CSV or paper, from the same facts."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Response, jsonify, render_template, request, send_file, url_for
from jinja2 import Template
from werkzeug.http import dump_options_header

from registry import clock, ledger
from registry.doors.asked import Asked
from registry.files import PDF_START
from registry.forms import Row
from registry.ledger import Record
from registry.ledger.canonical import write_instant
from registry.paper import VARIANTS
from registry.press import Wanted, print_pdf
from registry.screens import asked_here

KINDS = ("json", "csv", "pdf")
PDF, PICTURE = OPENED = "application/pdf", "image/webp"
"""What a browser opens."""


class Listing(list[dict[str, Any]]):
    """The lines of a register, with what is to be said of the whole of it: plain values, by name."""

    def __init__(self, lines: Iterable[dict[str, Any]], **summary: Any) -> None:
        super().__init__(lines)
        self.summary = summary


class About(dict[str, Any]):
    """What a page tells of a document that its address does not name, such as the reader.

    Below it stand those of the document's panels that are named.
    """

    def __init__(self, document: Record, facts: Mapping[str, Any], *, panels: Sequence[str]) -> None:
        super().__init__(facts)
        self.document, self.panels = document, panels


class Kept(Sequence[dict[str, Any]]):
    """The lines of a register too long to be read whole: counted, cut and sought in where they are kept."""

    @abstractmethod
    def seek(self, words: str) -> "Kept": ...


@dataclass(frozen=True)
class Told:
    """What a page tells: its facts as plain values, as at a day and as known then; on paper, also what was `wanted`."""

    row: Row
    facts: list[dict[str, Any]]
    asked: Asked
    many: bool
    count: int
    panels: list[dict[str, Any]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    rev: int | None = None
    summary: dict[str, Any] = field(default_factory=dict)
    letterhead: dict[str, str] = field(default_factory=dict)
    wanted: Wanted | None = None

    @property
    def words(self) -> dict[str, Any]:
        """What a template is given, on screen and on paper."""
        return {
            "row": self.row,
            "facts": self.facts,
            "fact": self.facts[0] if not self.many else None,
            "count": self.count,
            "page": self.asked.page,
            "size": self.asked.size,
            "q": self.asked.q,
            "on": self.asked.on,
            "known": self.asked.known,
            "style": self.asked.style,
            "panels": self.panels,
            "links": self.links,
            "summary": self.summary,
            **self.letterhead,
        }


Printer = Callable[[Told], bytes]


def gather(row: Row, facts: Any, asked: Asked, *, many: bool, whole: bool) -> Told:
    """Dump the facts of this page of the list; all of them if `whole`, as on paper and in CSV."""
    if not many:
        return Told(row, [row.dump(facts)], asked, many, 1)
    found = _matching(row, facts, asked.q)
    start = 0 if whole else (asked.page - 1) * asked.size
    shown = found if whole else found[start : start + asked.size]
    summary = getattr(facts, "summary", {})
    return Told(row, row.dump(shown, many=True), asked, many, len(found), summary=summary)


def _matching(row: Row, facts: Sequence[Any], words: str) -> Sequence[Any]:
    if not words:
        return facts
    if isinstance(facts, Kept):
        return facts.seek(words)
    wanted = words.lower()
    lines, shown = row.dump(facts, many=True), row.labels()
    texts = (" ".join(str(line.get(name, "")) for name in shown).lower() for line in lines)
    return [fact for fact, text in zip(facts, texts, strict=True) if wanted in text]


def answer(kind: str, told: Told, *, room: str, view: str, title: str, prints: Printer | None = None) -> Response | str:
    title = told.facts[0].get("title", title) if not told.many else title
    if kind == "json":
        return _with_rev(jsonify(_json(told)), told)
    if kind == "csv":
        return Response(told.row.dump_csv(told.facts), mimetype="text/csv")
    if kind == "pdf":
        assert told.wanted, "whatever is told on paper is entered in the log of prints"
        words = told.words | {"title": title}
        paper = prints(told) if prints else print_pdf(_paper(told, room, view), told.wanted, **words)
        return Response(paper, mimetype=PDF)
    return render_template(
        [f"{room}/{view}.html", "list.html" if told.many else "document.html"],
        title=title,
        room=room,
        view=view,
        datebar=True,
        alternates=alternates(many=told.many),
        **told.words,
    )


def _with_rev(answer: Response, told: Told) -> Response:
    """The rev of the document told, as If-Match will want it back."""
    if told.rev is not None:
        answer.set_etag(str(told.rev))
    return answer


def _paper(told: Told, room: str, view: str) -> list[str | Template]:
    return [f"{room}/print/{view}.html", "print/list.html" if told.many else "print/document.html"]


def handed(name: str, content: bytes | Path, kind: str = "text/csv") -> Response:
    """A kept file under its own name; `guard` sees to it that it is neither kept on the way nor taken for a page.

    A PDF opens in the browser, and so does a picture; any other, which is of that `kind`, is saved.
    """
    if isinstance(content, Path):
        return send_file(content, mimetype=kind, as_attachment=kind != PDF, download_name=name, max_age=0)
    kind = PDF if content.startswith(PDF_START) else kind
    how = "inline" if kind in OPENED else "attachment"
    disposition = dump_options_header(how, {"filename": name})
    return Response(content, mimetype=kind, headers={"Content-Disposition": disposition})


def _json(told: Told) -> dict[str, Any]:
    """The facts with what they are as at; `known` is when, even if that is now."""
    asked = told.asked
    as_at: dict[str, Any] = {"on": asked.on.isoformat(), "known": write_instant(asked.known or clock.now())}
    as_at |= {"ledger": ledger.head().size if asked.known is None else ledger.size_at(asked.known)}
    if not told.many:
        return {"as_at": as_at} | told.facts[0]
    return as_at | told.summary | {"count": told.count, "page": asked.page, "size": asked.size, "items": told.facts}


def alternates(*, many: bool) -> dict[str, str]:
    """The addresses of this same page, of the same dates, in other forms."""
    kinds = KINDS if many else ("json", "pdf")
    args: dict[str, Any] = asked_here() | (request.view_args or {})
    args.pop("style", None)
    forms = {kind: {"kind": kind} for kind in kinds} | {style: {"kind": "pdf", "style": style} for style in VARIANTS}
    return {form: url_for(request.endpoint or "", **(args | words)) for form, words in forms.items()}
