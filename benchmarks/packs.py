"""A pack as long as a board's: its sections set apart and bound, against the same words set in one go."""

from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from shutil import rmtree
from tempfile import TemporaryDirectory

from flask import Flask, current_app
from weasyprint import HTML

from registry.packs.binding import Leaves, bind
from registry.paper import STANDARD
from registry.press import set_all
from registry.press.setting import OurShelves, _fonts, _sheets

WORDS = (
    "The board considered the paper and noted that practices in the north of the county had asked for more time. "
    "Members spoke of recruitment, of the winter, and of what the network had agreed in the spring. "
)
Section = tuple[str, str]
"""Its title, and the body of its HTML."""


def minutes(number: int) -> Section:
    items = "".join(
        f"<h2>{place}. Item {place} of meeting {number}</h2>" + f"<p>{WORDS * 3}</p>" * 5 for place in range(1, 17)
    )
    return f"Minutes {number}", items


def terms(number: int) -> Section:
    clauses = "".join(f"<h2>{place}. Clause {place}</h2><ol>{f'<li>{WORDS * 2}' * 5}</ol>" for place in range(1, 11))
    return f"Terms of reference {number}", clauses


def register(number: int, rows: int = 150) -> Section:
    heads = "".join(f"<th scope=col>{head}" for head in ("Folio", "Member", "Practice", "Shares", "Since", "Note"))
    lines = "".join(
        f"<tr><th scope=row>{place}<td>Dr Member {place} of {number}<td>Practice {place}<td>{place * 37}"
        f"<td>{place % 28 + 1} May 2020<td>As allotted"
        for place in range(1, rows + 1)
    )
    return f"Register {number}", f"<table><thead><tr>{heads}<tbody>{lines}</table>"


def sheet(number: int) -> Section:
    return f"Item {number}", f"<p>{WORDS * 3}</p><p>{WORDS}</p>"


def sections(times: int) -> list[Section]:
    """A hundred pages for each time: minutes, terms, registers, and the front sheets of items."""
    told: list[Section] = []
    for place in range(times):
        for kind, count in ((minutes, 3), (terms, 3), (register, 3), (sheet, 28)):
            told += [kind(place * count + each) for each in range(count)]
    return told


def written(section: Section) -> str:
    title, body = section
    return f"<html lang=en-GB><title>{title}</title><body class=bound><h1>{title}</h1>{body}"


def in_one_go(told: list[Section]) -> None:
    """As WeasyPrint sets it by itself, tagged."""
    body = "".join(f"<section style='break-before: page'><h1>{title}</h1>{body}</section>" for title, body in told)
    document = HTML(string=f"<html lang=en-GB><title>Pack</title><body class=bound>{body}", url_fetcher=OurShelves())
    document.write_pdf(stylesheets=_sheets(STANDARD), font_config=_fonts(), pdf_variant="pdf/ua-1")


def in_sections(told: list[Section]) -> bytes:
    pages = set_all([written(section) for section in told])
    leaves = [
        Leaves(f"s{place}", section[0], content)
        for place, (section, content) in enumerate(zip(told, pages, strict=True))
    ]
    return bind(leaves, title="Pack", foot="As at 22 November 2026, as known on 22 November 2026 · Ledger entry 4,711")


def reworded(told: list[Section], kind: str) -> list[Section]:
    """The same pack after one change, in the first section of a kind, to words it never had before."""
    reworded.times += 1  # type: ignore[attr-defined]
    place = next(place for place, (title, _) in enumerate(told) if title.startswith(kind))
    title, body = told[place]
    return [*told[:place], (title, f"<p>Amended {reworded.times} times.</p>{body}"), *told[place + 1 :]]  # type: ignore[attr-defined]


reworded.times = 0  # type: ignore[attr-defined]


def report(seconds: Callable[[Callable[[], object]], float]) -> None:
    app = Flask(__name__)
    app.config |= {"PRESS_WORKERS": 2, "KEEP_WHAT_IS_SET": True}
    with TemporaryDirectory() as folder, app.app_context():
        current_app.instance_path = folder
        for times in (1, 3):
            _report(sections(times), Path(folder) / "press", seconds)


def _report(told: list[Section], shelf: Path, seconds: Callable[[Callable[[], object]], float]) -> None:
    def cold() -> None:
        rmtree(shelf, ignore_errors=True)
        in_sections(told)

    pages = sum(Leaves("", "", content).count for content in set_all([written(each) for each in told]))
    whole = seconds(lambda: in_one_go(told))
    print(f"A pack of {pages} pages: {whole:.1f} s in one go, tagged, by WeasyPrint alone; of that,")
    for what, does in {
        "cold, by two workers": cold,
        "nothing changed": lambda: in_sections(told),
        "one word in a front sheet": lambda: in_sections(reworded(told, "Item")),
        "one word in terms of reference": lambda: in_sections(reworded(told, "Terms")),
        "one word in minutes": lambda: in_sections(reworded(told, "Minutes")),
    }.items():
        took = seconds(does)
        print(f"  {what}: {took:.2f} s, {took / whole:.3f}")
    peak = getrusage(RUSAGE_SELF).ru_maxrss, getrusage(RUSAGE_CHILDREN).ru_maxrss
    print(f"  at most {peak[0] / 1024:,.0f} MB here, and {peak[1] / 1024:,.0f} MB in a worker that has ended")
