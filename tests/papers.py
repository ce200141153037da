"""Papers as a test reads and sends them."""

import subprocess
from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from PIL import Image
from weasyprint import HTML
from zxingcpp import read_barcodes


def text_of(pdf: bytes) -> str:
    """Every word of a paper, whatever its lines."""
    words = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(words.stdout.decode().split())


def pages_of(pdf: bytes) -> list[list[str]]:
    """The words of each page of a paper, from head to foot."""
    words = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return [page.split() for page in words.stdout.decode().split("\f")[:-1]]


DOTS_PER_INCH = 300
"""As a telephone of twelve megapixels sees a sheet of A4 that about fills its picture."""


def codes_on(pdf: bytes, *, size: float = 0.5, tone: str = "gray") -> list[str]:
    """What a telephone reads from the pictures on each page of a paper, printed at a size and in a tone."""
    taken = ["-r", f"{DOTS_PER_INCH * size:.0f}", *([f"-{tone}"] if tone else []), "-png"]
    with TemporaryDirectory() as desk:
        subprocess.run(["pdftoppm", *taken, "-", f"{desk}/page"], input=pdf, check=True)
        pages = [Image.open(each) for each in sorted(Path(desk).iterdir())]
        return [found.text for page in pages for found in read_barcodes(page)]


def elements(element: Any) -> Iterator[Any]:
    """An element of a paper's tree of tags, and all below it."""
    yield element
    for each in element.get("/K", []):
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem":
            yield from elements(each)


def a_pdf(pages: int = 1) -> bytes:
    """A paper with nothing on it."""
    pdf, out = pikepdf.new(), BytesIO()
    for _ in range(pages):
        pdf.add_blank_page()
    pdf.save(out)
    return out.getvalue()


def a_pdf_saying(*pages: str) -> bytes:
    """A paper with these words on its pages."""
    html = "".join(f'<p style="break-after: page">{escape(page)}</p>' for page in pages)
    pdf: bytes = HTML(string=html).write_pdf()
    return pdf
