"""A PDF that was sent, looked at and made inert before anything else opens it."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from marshmallow import ValidationError

from registry.files import inert
from registry.files.apart import Failed, run

PDF_START = b"%PDF-"
SECONDS, MEMORY_MB = 40, 1024


@dataclass(frozen=True)
class Inert:
    """A PDF with nothing active in it, and what was removed for that."""

    content: bytes
    pages: int
    removed: list[str]


def vetted(name: str, content: bytes) -> Inert:
    """The PDF as it may be kept; raises ValidationError, naming it, if it is not sound."""
    if not content.startswith(PDF_START):
        raise ValidationError(f"“{name}” is not a PDF.")
    with TemporaryDirectory(prefix="registry-") as made:
        desk = Path(made)
        (desk / "sent.pdf").write_bytes(content)
        told = _told(name, desk)
        if "fault" in told:
            raise ValidationError(f"“{name}” {told['fault']}")
        return Inert((desk / "inert.pdf").read_bytes(), told["pages"], told["removed"])


def _told(name: str, desk: Path) -> dict[str, Any]:
    asked = (sys.executable, "-I", inert.__file__, "sent.pdf", "inert.pdf")
    try:
        said = run(*asked, desk=desk, seconds=SECONDS, memory_mb=MEMORY_MB)
    except Failed as failed:
        raise ValidationError(f"“{name}” cannot be opened: {failed}.") from None
    told: dict[str, Any] = json.loads(said)
    return told
