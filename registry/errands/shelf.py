"""Where the files that errands end in are kept: in the instance folder, each under its hash, until they are swept."""

import os
from collections.abc import Container
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import time

from flask import current_app

JUST_NOW_SECONDS = 60 * 60
"""A file may be here for so long before the errand that ends in it says so."""


def folder() -> Path:
    """Only this registry's own user may look into it."""
    place = Path(current_app.instance_path) / "errands"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def keep(content: bytes | Path) -> str:
    """Keep a file whole or not at all, and give its hash; one that was written elsewhere is moved here."""
    if isinstance(content, bytes):
        with NamedTemporaryFile(dir=folder(), delete=False) as apart:
            apart.write(content)
        content = Path(apart.name)
    digest = _digest(content)
    os.replace(content, folder() / digest)
    return digest


def is_kept(digest: str) -> bool:
    return (folder() / digest).is_file()


def kept(digest: str) -> Path:
    """A file by its hash; raises LookupError if it is not here as it was kept."""
    place = folder() / digest
    if not place.is_file() or _digest(place) != digest:
        raise LookupError(f"no file {digest} is here as it was kept")
    return place


def _digest(place: Path) -> str:
    with place.open("rb") as file:
        return file_digest(file, sha256).hexdigest()


def sweep(wanted: Container[str]) -> None:
    """Let go of every file that no errand ends in."""
    for each in folder().iterdir():
        if each.name not in wanted and each.stat().st_mtime < time() - JUST_NOW_SECONDS:
            each.unlink(missing_ok=True)
