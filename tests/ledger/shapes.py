"""The shape of every document's text: what it says, by kind and by schema, as it has been entered in somebody's ledger.

`python -m tests.ledger.shapes` adds the shapes that are new. What is there already never changes.
"""

import json
from pathlib import Path
from typing import Any

from registry.ledger.documents import Kind, kinds
from tests.books import in_memory

FILE = Path(__file__).with_suffix(".json")

Shape = list[str]


def shape_of(kind: Kind) -> Shape:
    """Its fields, and those of its parts after the name of the part."""
    return sorted(
        [field for field, _ in kind.codecs]
        + [f"{name}.{field}" for name, part in kind.parts for field, _ in part.codecs]
    )


def shape_of_text(document: dict[str, Any]) -> Shape:
    parts = {name: each for name, each in document.items() if isinstance(each, list)}
    own = [field for field in document if field not in parts]
    return sorted(own + [f"{name}.{field}" for name, each in parts.items() for field in each[0]])


def on_record() -> dict[str, dict[str, Shape]]:
    return json.loads(FILE.read_text())  # type: ignore[no-any-return]


def add_what_is_new() -> None:
    shapes = on_record() if FILE.exists() else {}
    for name, kind in kinds().items():
        shapes.setdefault(name, {}).setdefault(str(kind.schema), shape_of(kind))
    FILE.write_text(json.dumps(shapes, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    in_memory()
    add_what_is_new()
