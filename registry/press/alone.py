"""One at a time: of two who ask for the same paper at once, the second waits and has what the first made."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import current_app

LETTERS = 2
"""Of a code: a thousand papers may be made at once, and the locks for them are never more."""


@contextmanager
def alone(code: str) -> Iterator[None]:
    """Within, no other thread or process of this registry makes a paper of that code."""
    folder = Path(current_app.instance_path) / "press" / "being-made"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / code[:LETTERS]).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
