"""What was set before, kept under its key for a month after it was last wanted: working papers, made again at need."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import time

from flask import current_app

UNUSED_SECONDS = 30 * 24 * 60 * 60
SWEPT_EVERY = 256
"""How many are put away between two looks for those that nobody has wanted."""
DIGEST_BYTES = 32


class Shelf:
    """A folder that only this registry's own user may look into. Whatever was altered in it is taken as not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.put_away = 0

    def find(self, key: str) -> bytes | None:
        """What is kept under a key, which is wanted for another month from now."""
        place = self._place(key)
        try:
            told = place.read_bytes()
            os.utime(place)
        except FileNotFoundError:
            return None
        digest, content = told[:DIGEST_BYTES], told[DIGEST_BYTES:]
        return content if sha256(content).digest() == digest else None

    def keep(self, key: str, content: bytes) -> None:
        """Keep it whole or not at all, whoever else keeps the same at the same time."""
        place = self._place(key)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, delete=False) as apart:
            apart.write(sha256(content).digest() + content)
        Path(apart.name).replace(place)
        self.put_away += 1
        if self.put_away % SWEPT_EVERY == 1:
            self._sweep()

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _sweep(self) -> None:
        """Another process may be sweeping too."""
        oldest = time() - UNUSED_SECONDS
        for each in self.folder.glob("??/*"):
            with suppress(FileNotFoundError):
                if each.stat().st_mtime < oldest:
                    each.unlink()


def own_shelf() -> Shelf | None:
    """Where this registry keeps what its press has made, if it does."""
    return Shelf(Path(current_app.instance_path) / "press") if current_app.config["KEEP_WHAT_IS_SET"] else None
