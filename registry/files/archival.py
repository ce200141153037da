"""Turning a PDF into PDF/A-3, as the pages are that it is to be bound in with, by Ghostscript where there is one."""

from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pikepdf

from registry.files.apart import UNREAD, Failed, run
from registry.files.bookmarks import bookmarks
from registry.files.lettering import is_legible

SECONDS, MEMORY_MB = 120, 2048
PROFILE = "sRGB2014.icc"
INTENT = f"""\
[/_objdef {{profile}} /type /stream /OBJ pdfmark
[{{profile}} << /N 3 >> /PUT pdfmark
[{{profile}} ({PROFILE}) (r) file /PUT pdfmark
[/_objdef {{intent}} /type /dict /OBJ pdfmark
[{{intent}} << /Type /OutputIntent /S /GTS_PDFA1 /DestOutputProfile {{profile}}
  /OutputConditionIdentifier (sRGB) >> /PUT pdfmark
[{{Catalog}} << /OutputIntents [{{intent}}] >> /PUT pdfmark
"""
ASKED = (
    *("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", f"--permit-file-read={PROFILE}", "-sDEVICE=pdfwrite"),
    *("-dPDFA=3", "-dPDFACompatibilityPolicy=1", "-sColorConversionStrategy=RGB"),
    *("-dUseCropBox", "-dAutoRotatePages=/None", "-sOutputFile=archived.pdf"),
)
AS_SHAPES = "-dNoOutputFonts"
CLAIM = b"pdfaid:part"


@dataclass(frozen=True)
class Archived:
    """A PDF as it is to be kept, and why it is no PDF/A, if it is none."""

    content: bytes
    why_not: str = ""


def archived(content: bytes, program: str) -> Archived:
    """The PDF as PDF/A-3, whatever it says of itself: a claim is no proof, and its colours may be for a press.

    Where `program`, Ghostscript, is not there or does not manage it, the PDF is kept as it was sent.
    """
    if (found := which(program)) is None:
        return Archived(content, "this registry has no Ghostscript to turn it into PDF/A")
    try:
        return Archived(_turned(content, found))
    except Failed as failed:
        return Archived(content, f"Ghostscript could not turn it into PDF/A: {failed}")


def _turned(content: bytes, program: str) -> bytes:
    """With its letters; as mere shapes, if some of them are of fonts that do not say which letters they are."""
    with TemporaryDirectory(prefix="registry-") as made:
        desk = Path(made)
        (desk / "sent.pdf").write_bytes(content)
        (desk / "intent.ps").write_text(INTENT)
        (desk / PROFILE).write_bytes((files("weasyprint") / "pdf" / PROFILE).read_bytes())
        turned = _once(desk, program)
        return turned if is_legible(turned) else _once(desk, program, AS_SHAPES)


def _once(desk: Path, program: str, *more: str) -> bytes:
    run(program, *ASKED, *more, "intent.ps", "sent.pdf", desk=desk, seconds=SECONDS, memory_mb=MEMORY_MB)
    if not (turned := desk / "archived.pdf").exists():
        raise Failed(UNREAD)
    return _whole(turned, desk / "sent.pdf")


def _whole(turned: Path, sent: Path) -> bytes:
    """The bytes of what Ghostscript made, the same every time; raises Failed if something was lost."""
    out = BytesIO()
    with pikepdf.open(turned) as after, pikepdf.open(sent) as before:
        if CLAIM not in after.Root.Metadata.read_bytes() or len(after.pages) != len(before.pages):
            raise Failed("not all of it came out")
        with after.open_outline() as outline:  # Ghostscript leaves out some
            outline.root[:] = bookmarks(before)
        after.save(out, deterministic_id=True)
    return out.getvalue()
