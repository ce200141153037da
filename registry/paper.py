"""What a printed page is made of: its styles, its style sheet and fonts, and how wide a table's columns stand."""

import re
import string
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from registry import wording

OURS = Path(__file__).parent / "static"
FONTS = Path(__file__).parent.parent / "node_modules" / "@expo-google-fonts"

STANDARD, LARGE, BLACK = "standard", "large", "black"
VARIANTS = (LARGE, BLACK)
STYLES = (STANDARD, *VARIANTS)
"""In which every paper can be printed."""


@dataclass(frozen=True)
class Face:
    """A font of one weight and slope, as its package has it."""

    family: str
    weight: int
    slope: str
    file: str

    @property
    def name(self) -> str:
        return f"fonts/{Path(self.file).name}"

    @property
    def rule(self) -> str:
        told = f"font-family: '{self.family}'; font-weight: {self.weight}; font-style: {self.slope}"
        return f"@font-face {{ {told}; src: url(static:{self.name}) }}"

    def read(self) -> bytes:
        return (FONTS / self.file).read_bytes()

    def letters(self) -> set[str]:
        with TTFont(FONTS / self.file, lazy=True) as font:
            return set(map(chr, font.getBestCmap()))


LETTERS, ARABIC, SIGNS = "Source Sans 3", "Noto Sans Arabic", "Noto Emoji"
FACES = (
    Face(LETTERS, 400, "normal", "source-sans-3/400Regular/SourceSans3_400Regular.ttf"),
    Face(LETTERS, 400, "italic", "source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf"),
    Face(LETTERS, 600, "normal", "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf"),
    Face(LETTERS, 700, "normal", "source-sans-3/700Bold/SourceSans3_700Bold.ttf"),
    *(
        Face(family, weight, slope, f"{folder}/{file}")
        for family, weight, folder, file in (
            (ARABIC, 400, "noto-sans-arabic", "400Regular/NotoSansArabic_400Regular.ttf"),
            (ARABIC, 600, "noto-sans-arabic", "600SemiBold/NotoSansArabic_600SemiBold.ttf"),
            (SIGNS, 400, "noto-emoji", "400Regular/NotoEmoji_400Regular.ttf"),
            (SIGNS, 600, "noto-emoji", "600SemiBold/NotoEmoji_600SemiBold.ttf"),
        )
        for slope in ("normal", "italic")
    ),
)

AS_TEXT, AS_PICTURE = "\ufe0e", "\ufe0f"
"""Ask for a sign in one of two looks. We have each in one; for the other, Pango looks through the machine's fonts."""
JOINS_SIGNS = re.compile("(?<=[^\\w\\s])\u200d")
"""Asks for several signs as one, for which Pango looks there too; the same between letters shapes the letters."""

MISSING = "□"
"""Stands where a letter stood that no font of ours has."""

PAGE_MM, WIDE_PAGE_MM = 174, 261
"""What a sheet of A4 leaves between its margins, upright and lying."""
COLUMN_MM = 62
"""A column asks for no more than this, however long its texts."""
GAP_MM = 3.4
HALVINGS = 12
"""Of a column's greatest width, to find one to within the thickness of a line."""
THIN = set(" .,:;'’|()-–/ijlftr")
WIDE = set("mwMW@%")


def paper_file(name: str) -> tuple[bytes, str]:
    """What `static:name` means on paper, and its media type. Raises KeyError for all but our fonts."""
    return {face.name: face for face in FACES}[name].read(), "font/ttf"


def print_css() -> str:
    return (OURS / "print.css").read_text(encoding="utf-8")


def large_css() -> str:
    """What large print has otherwise than the standard print, beside its larger letters."""
    return (OURS / "print-large.css").read_text(encoding="utf-8")


def legible(text: str, *families: str) -> str:
    """A text without what our fonts do not have, or those of some families: a mark stands for each such letter.

    Nothing stands for what is not seen anyway.
    """
    strange = {AS_TEXT, AS_PICTURE} | set(text) - _held(families)
    marked = text.translate({ord(each): "" if _is_unseen(each) else MISSING for each in strange})
    return JOINS_SIGNS.sub("", marked)


def _is_unseen(letter: str) -> bool:
    return letter in (AS_TEXT, AS_PICTURE) or unicodedata.category(letter).startswith("C")


@cache
def _held(families: tuple[str, ...]) -> set[str]:
    faces = (face.letters() for face in FACES if not families or face.family in families)
    return set(string.whitespace).union(*faces)


def shares(columns: list[dict[str, Any]], facts: list[dict[str, Any]], *, wide: bool = False) -> list[float]:
    """How much of a table's width each column takes, in hundredths.

    First every column's longest word finds room, then short texts do, so that they are not broken over two lines; what
    is left goes where the long texts are.
    """
    needs, wishes = zip(*(_needs(column, facts) for column in columns), strict=True)
    return widths(needs, wishes, WIDE_PAGE_MM if wide else PAGE_MM)


def widths(needs: Sequence[float], wishes: Sequence[float], room: float) -> list[float]:
    """How much of the room each column takes, in hundredths, that needs so many millimetres and would like so many."""
    alike = _filling(needs, wishes, room)
    granted_mm = [min(wish, max(need, alike)) for need, wish in zip(needs, wishes, strict=True)]
    return [round(100 * width / sum(granted_mm), 1) for width in granted_mm]


def _filling(needs: Sequence[float], wishes: Sequence[float], room: float) -> float:
    """The width beyond its need that no column passes, when all together fill the room; nought, if it is not enough."""
    least, most = 0.0, max(wishes, default=0.0)
    for _ in range(HALVINGS):
        alike = (least + most) / 2
        taken = sum(min(wish, max(need, alike)) for need, wish in zip(needs, wishes, strict=True))
        least, most = (alike, most) if taken <= room else (least, alike)
    return least


def _needs(column: dict[str, Any], facts: list[dict[str, Any]]) -> tuple[float, float]:
    """The millimetres a column cannot do without, and those it would like. A date is not broken over two lines."""
    values = [fact.get(column["name"]) for fact in facts]
    written = wording.pounds if column.get("money") else partial(wording.worded, numeric=bool(column.get("numeric")))
    texts = [written(value) for value in values]
    unbroken = [text for value, text in zip(values, texts, strict=True) if wording.is_a_time(value)]
    words = [word for text in (column["label"], *texts) for word in text.split()] + unbroken
    need = max(map(mm_of, words), default=0.0) + GAP_MM
    return need, max(need, min(max(map(mm_of, texts), default=0.0) + GAP_MM, COLUMN_MM))


def mm_of(text: str) -> float:
    """About how wide a text stands in a table's size."""
    return sum(0.95 if letter in THIN else 2.7 if letter in WIDE else 1.7 + 0.25 * letter.isupper() for letter in text)
