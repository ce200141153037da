"""What a printed page is made of: its style sheet, its font, and how wide a table's columns stand."""

from functools import partial
from pathlib import Path
from typing import Any

from registry import wording

OURS = Path(__file__).parent / "static"
FONTS = Path(__file__).parent.parent / "node_modules" / "@expo-google-fonts" / "source-sans-3"
FACES = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"]

PAGE_MM, WIDE_PAGE_MM = 174, 261
"""What a sheet of A4 leaves between its margins, upright and lying."""
COLUMN_MM = 62
"""A column asks for no more than this, however long its texts."""
GAP_MM = 3.4
THIN = set(" .,:;'’|()-–/ijlftr")
WIDE = set("mwMW@%")


def paper_file(name: str) -> tuple[bytes, str]:
    """What `static:name` means on paper, and its media type. Raises KeyError for all but style sheet and font."""
    if name == "print.css":
        return (OURS / name).read_bytes(), "text/css"
    face = {f"fonts/{face}.ttf": face for face in FACES}[name]
    return (FONTS / face / f"SourceSans3_{face}.ttf").read_bytes(), "font/ttf"


def shares(columns: list[dict[str, Any]], facts: list[dict[str, Any]], *, wide: bool = False) -> list[float]:
    """How much of a table's width each column takes, in hundredths.

    First every column's longest word finds room, then what is left goes where the long texts are.
    """
    needs, wishes = zip(*(_needs(column, facts) for column in columns), strict=True)
    spare = max(0.0, (WIDE_PAGE_MM if wide else PAGE_MM) - sum(needs))
    more = [wish - need for wish, need in zip(wishes, needs, strict=True)]
    granted = min(1.0, spare / (sum(more) or 1))
    widths = [need + granted * each for need, each in zip(needs, more, strict=True)]
    return [round(100 * width / sum(widths), 1) for width in widths]


def _needs(column: dict[str, Any], facts: list[dict[str, Any]]) -> tuple[float, float]:
    """The millimetres a column cannot do without, and those it would like. A date is not broken over two lines."""
    values = [fact.get(column["name"]) for fact in facts]
    written = wording.pounds if column.get("money") else partial(wording.worded, numeric=bool(column.get("numeric")))
    texts = [written(value) for value in values]
    unbroken = [text for value, text in zip(values, texts, strict=True) if wording.is_a_time(value)]
    words = [word for text in (column["label"], *texts) for word in text.split()] + unbroken
    need = max(map(_mm, words), default=0.0) + GAP_MM
    return need, max(need, min(max(map(_mm, texts), default=0.0) + GAP_MM, COLUMN_MM))


def _mm(text: str) -> float:
    """About how wide a text stands in a table's size."""
    return sum(0.95 if letter in THIN else 2.7 if letter in WIDE else 1.7 + 0.25 * letter.isupper() for letter in text)
