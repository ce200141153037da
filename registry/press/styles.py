"""The styles a paper is printed in: the standard one, large print, and plain black.

A document says in its own HTML which it is to be in, so that each has a code and bytes of its own.
"""

import re
from collections.abc import Sequence
from html import escape
from xml.etree.ElementTree import Element

from registry.paper import BLACK, LARGE, STANDARD, large_css, print_css
from registry.press.tables import fit_tables

STYLE, PAGES, BETWEEN = "data-style", "data-pages", ","
"""Where a document says its style and, of a part of a book, how the pages are called that it has there."""

BODY_PT, LARGE_PT, GROWS_BY = 12, 18, 0.8
"""What has up to so many points has so many in large print; anything larger, so much more by its share of the rest."""
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
SIZE = re.compile(r"(font(?:-size)?: )([\d.]+)pt")
OPACITY = re.compile(r"opacity: [\d.]+")
WHITE = {"#fff", "#ffffff"}
A_TINT = 0.8
"""How light a surface is, of white’s one, to be left white; whatever is darker is black."""


def in_style(html: str, style: str, *, pages: Sequence[str] = ()) -> str:
    """A standard document in another style; if it is a part of a book, told what its pages are called there."""
    told = f'{STYLE}="{style}"' + (f' {PAGES}="{escape(BETWEEN.join(pages))}"' if pages else "")
    return html.replace(f'{STYLE}="{STANDARD}"', told, 1)


def style_of(root: Element) -> str:
    return root.get(STYLE) or STANDARD


def labels_of(root: Element, count: int) -> list[str]:
    """How the pages of its standard print are called: as it says, or by their numbers."""
    told = root.get(PAGES)
    return told.split(BETWEEN) if told else [str(number) for number in range(1, count + 1)]


def sheet_of(style: str) -> str:
    """The print style sheet, in a style."""
    if style == BLACK:
        return blackened(print_css())
    return SIZE.sub(_larger, print_css()) + large_css() if style == LARGE else print_css()


def restyle(root: Element, style: str) -> None:
    """What a style does to a document that no style sheet can."""
    if style == LARGE:
        fit_tables(root)
    elif style == BLACK:
        blacken_pictures(root)


def blackened(css: str) -> str:
    """Every colour made black but white, and nothing that shines through: no line moves by it."""
    return OPACITY.sub("opacity: 1", COLOUR.sub(lambda found: _black(found[0]), css))


def blacken_pictures(root: Element) -> None:
    """Lines and letters black; surfaces black or, where they are but tinted, white."""
    for each in root.iter():
        for name in ("fill", "stroke"):
            colour = each.get(name, "")
            if COLOUR.fullmatch(colour):
                each.set(name, "#fff" if name == "fill" and _lightness(colour) > A_TINT else _black(colour))


def _black(colour: str) -> str:
    return colour if colour.lower() in WHITE else "#000"


def _lightness(colour: str) -> float:
    digits = colour[1:] if len(colour) > 4 else "".join(2 * digit for digit in colour[1:])
    return sum(int(digits[place : place + 2], 16) for place in (0, 2, 4)) / (3 * 255)


def _larger(found: re.Match[str]) -> str:
    size = float(found[2])
    grown = LARGE_PT + GROWS_BY * max(0.0, size - BODY_PT)
    return f"{found[1]}{grown:g}pt"
