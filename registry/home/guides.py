"""The guides of docs/, one for each kind of reader, cut into their sections."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[2] / "docs"
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


def guides() -> Iterator[dict[str, Any]]:
    """Every guide, in the order of their names."""
    return (read(path) for path in sorted(DOCS.glob("*.md")))


def guide(name: str) -> dict[str, Any] | None:
    return next((each for each in guides() if each["name"] == name), None)


def read(path: Path) -> dict[str, Any]:
    """A guide's title, what it is about, and its sections: a heading, and Markdown under it."""
    about, *rest = SECTION.split(path.read_text(encoding="utf-8"))
    title, _, lede = about.removeprefix("# ").partition("\n")
    sections = [{"heading": head, "text": text.strip()} for head, text in zip(rest[::2], rest[1::2], strict=True)]
    return {"name": path.stem, "title": title.strip(), "about": " ".join(lede.split()), "sections": sections}
