"""How a paper stands where a later room knows more of it than whether what it shows has changed."""

from collections.abc import Callable
from typing import Any

from registry.press import Print

Line = dict[str, Any]
Says = Callable[[Print], Line | None]

MATCHES, SUPERSEDED, WITHDRAWN = "matches the books", "superseded", "withdrawn"

SAYING: list[Says] = []


def hang(says: Says) -> None:
    """Let a room say how the papers that it prints stand: `state`, `since` and `sentence`; None, of any other paper."""
    if says not in SAYING:
        SAYING.append(says)


def known_elsewhere(paper: Print) -> Line | None:
    return next((told for says in SAYING if (told := says(paper)) is not None), None)
