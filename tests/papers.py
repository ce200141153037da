"""Papers as a test reads and sends them."""

import subprocess
from io import BytesIO

import pikepdf


def text_of(pdf: bytes) -> str:
    """Every word of a paper, whatever its lines."""
    words = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(words.stdout.decode().split())


def a_pdf(pages: int = 1) -> bytes:
    """A paper with nothing on it."""
    pdf, out = pikepdf.new(), BytesIO()
    for _ in range(pages):
        pdf.add_blank_page()
    pdf.save(out)
    return out.getvalue()
