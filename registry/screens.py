"""The screens' common parts: where templates, styles and scripts come from, and what every template may call."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, current_app, request, send_file, url_for
from jinja2 import ChainableUndefined, ChoiceLoader, PackageLoader

from registry import asking, paper, wording
from registry.prose import prose

ROOT = Path(__file__).parent.parent
OURS = Path(__file__).parent / "static"
NHSUK = ROOT / "node_modules" / "nhsuk-frontend" / "dist" / "nhsuk"

A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60
FONT_FACE = re.compile(r"@font-face\s*{[^}]*}")
FRUTIGER = re.compile(r'"?Frutiger W01"?(,\s*arial,\s*sans-serif)?')
OUR_FONT = 'Arial, "Liberation Sans", "Helvetica Neue", Helvetica, sans-serif'


def init_app(app: Flask) -> None:
    """Teach the application to draw: the NHS design system's macros, our words for values, our addresses."""
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = A_YEAR_IN_SECONDS
    app.add_url_rule("/assets/<path:name>", "assets", assets)
    app.url_defaults(stamp)
    drawing = app.jinja_env
    # nhsuk's macros read parameters nobody gave; our own are linted for that in tests/house instead.
    drawing.undefined = ChainableUndefined
    drawing.autoescape = True  # Flask escapes by the end of a template's name, and nhsuk's end in .jinja
    drawing.loader = ChoiceLoader([app.create_global_jinja_loader(), PackageLoader("nhsuk_frontend_jinja")])
    drawing.filters |= {
        name: getattr(wording, name) for name in ("worded", "day", "instant", "to_the_second", "pounds")
    }
    drawing.filters["prose"] = prose
    drawing.tests["a_time"] = wording.is_a_time
    drawing.globals |= {"here": here, "door": door, "turning": turning, "shares": paper.shares}
    drawing.globals |= {"faults": asking.faults, "lines": asking.lines}


def assets(name: str) -> Response:
    """The NHS design system's own built files; its style sheet asks for images under this address."""
    if name == "nhsuk-frontend.min.css":
        return Response(nhsuk_css(), mimetype="text/css", headers={"Cache-Control": _lasting()})
    path = nhsuk_file(name)
    return send_file(path, max_age=A_YEAR_IN_SECONDS) if path else abort(404)


def nhsuk_file(name: str) -> Path | None:
    """Only what a page needs: the script, and pictures without the NHS logo."""
    if name == "nhsuk-frontend.min.js":
        return NHSUK / name
    if re.fullmatch(r"images/nhsuk-icon-[a-z-]+\.svg", name) and (NHSUK / "assets" / name).is_file():
        return NHSUK / "assets" / name
    return None


@cache
def nhsuk_css() -> str:
    """The NHS style sheet without its fonts, which are licensed to nhs.uk and fetched from there."""
    css = (NHSUK / "nhsuk-frontend.min.css").read_text(encoding="utf-8")
    css = FRUTIGER.sub(OUR_FONT, FONT_FACE.sub("", css))
    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)


def stamp(endpoint: str, values: dict[str, Any]) -> None:
    """A file's address changes when the file does, so that browsers may keep it for a year."""
    if endpoint == "static":
        values.setdefault("v", fingerprint(OURS / values["filename"]))
    elif endpoint == "assets":
        values.setdefault("v", fingerprint(NHSUK / values["name"], Path(__file__)))


@cache
def fingerprint(*paths: Path) -> str:
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]


def here(**changes: Any) -> str:
    """This page's address with some of its questions changed; None takes one away."""
    asked = {name: value for name, value in (asked_here() | changes).items() if value not in (None, "")}
    return url_for(request.endpoint or "", **(asked | (request.view_args or {})))


def asked_here() -> dict[str, Any]:
    """What this page's address asks, without what `url_for` would take for a word to itself."""
    args = request.args.to_dict(flat=True)
    return {name: value for name, value in args.items() if name not in ("endpoint", "kind") and name[:1] != "_"}


def door(name: str) -> str | None:
    """The address of a door, or None where the house has no such door."""
    return url_for(name) if name in current_app.view_functions else None


def turning(count: int, page: int, size: int) -> dict[str, int | None]:
    """Where one page of a list stands among the others; pages and lines are counted from one."""
    pages = max(1, -(-count // size))
    return {
        "pages": pages,
        "first": (page - 1) * size + 1,
        "last": min(page * size, count),
        "previous": page - 1 if page > 1 else None,
        "next": page + 1 if page < pages else None,
    }


def _lasting() -> str:
    return f"public, max-age={A_YEAR_IN_SECONDS}"
