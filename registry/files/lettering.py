"""Whether a PDF says which letters it draws, as PDF/A-3a and PDF/UA want of every font."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.agl import toUnicode
from pikepdf import Array, Dictionary, Name

SECTIONS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
PAIRS = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
RANGES = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]+)>|\[(.*?)\])", re.DOTALL)
NO_LETTERS = {0, 0xFEFF, 0xFFFE}
LATIN = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding")
OF_TWO_BYTES = ("/Identity-H", "/Identity-V")


def is_legible(content: bytes) -> bool:
    """Whether each font does, of every letter that it has a width for: a font cut down to its use has no others."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return all(_is_told(font) for font in pdf.objects if _is_font(font))


def _is_font(thing: Any) -> bool:
    """Those that text is set in, and not what such a font is made of."""
    is_one = isinstance(thing, Dictionary) and thing.get(Name.Type) == Name.Font
    return is_one and "/CIDSystemInfo" not in thing


def _is_told(font: Any) -> bool:
    codes = set(_codes(font)) - _named(font)
    if not codes and Name.ToUnicode not in font:
        return Name.Encoding in font
    told = _mapped(font.ToUnicode.read_bytes()) if Name.ToUnicode in font else {}
    return all(told.get(code, 0) not in NO_LETTERS for code in codes)


def _codes(font: Any) -> Iterator[int]:
    if Name.DescendantFonts in font:
        if str(font.get(Name.Encoding)) in OF_TWO_BYTES:
            yield from _runs(iter(font.DescendantFonts[0].get(Name.W, [])))
        return
    first = int(font.get(Name.FirstChar, 0))
    yield from (first + place for place, width in enumerate(font.get(Name.Widths, [])) if float(width))


def _runs(widths: Iterator[Any]) -> Iterator[int]:
    """“First, their widths”; or “first, last, the width of each”."""
    for first in widths:
        second = next(widths)
        if isinstance(second, Array):
            yield from range(int(first), int(first) + len(second))
        else:
            next(widths)
            yield from range(int(first), int(second) + 1)


def _named(font: Any) -> set[int]:
    """The codes whose letters the font’s encoding names."""
    encoding = font.get(Name.Encoding)
    if str(encoding) in LATIN:
        return set(range(256))
    if not isinstance(encoding, Dictionary):
        return set()
    base = set(range(256)) if str(encoding.get(Name.BaseEncoding)) in LATIN else set[int]()
    differing = dict(_differing(encoding.get(Name.Differences, [])))
    return (base - differing.keys()) | {code for code, name in differing.items() if toUnicode(name)}


def _differing(differences: Any) -> Iterator[tuple[int, str]]:
    code = 0
    for each in differences:
        if isinstance(each, Name):
            yield code, str(each).removeprefix("/")
            code += 1
        else:
            code = int(each)


def _mapped(told: bytes) -> dict[int, int]:
    """Of each code, the first letter that it stands for."""
    letters: dict[int, int] = {}
    for kind, lines in SECTIONS.findall(told):
        if kind == b"char":
            letters |= {int(code, 16): int(letter[:4], 16) for code, letter in PAIRS.findall(lines)}
            continue
        for first, last, letter, several in RANGES.findall(lines):
            codes = range(int(first, 16), int(last, 16) + 1)
            letters |= dict.fromkeys(codes, int((letter or several.strip(b" \n\r<")[:4])[:4], 16))
    return letters
