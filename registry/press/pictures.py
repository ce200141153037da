"""Pictures of the pages of a PDF, for whoever reads it on a screen: made once, and kept where the press keeps sections.

What is drawn was made inert when it was sent (see registry.files), and nothing in it is run or fetched.
"""

from hashlib import sha256
from io import BytesIO
from threading import Lock

import pypdfium2

from registry.press.kept import own_shelf

WIDTHS = PHONE, TWICE = 720, 1440
"""How many dots across: a telephone's screen at its usual density, and for those who enlarge it."""

TALLEST = 4
"""How many times its width a picture may be high; a page that is longer is drawn smaller."""

QUALITY = 80
ONE_AT_A_TIME = Lock()
"""PDFium does not let two threads draw at once."""


def picture_of(content: bytes, page: int, width: int) -> bytes:
    """A page of a PDF, counted from 1, as WebP; raises LookupError if it has no such page."""
    shelf, key = own_shelf(), sha256(content + f" {page} {width} {QUALITY}".encode()).hexdigest()
    if shelf is not None and (found := shelf.find(key)) is not None:
        return found
    picture = _draw(content, page, width)
    if shelf is not None:
        shelf.keep(key, picture)
    return picture


def _draw(content: bytes, page: int, width: int) -> bytes:
    out = BytesIO()
    with ONE_AT_A_TIME, pypdfium2.PdfDocument(content) as paper:
        if not 1 <= page <= len(paper):
            raise LookupError(f"it has no page {page}")
        drawn = paper[page - 1]
        across, down = drawn.get_size()
        bitmap = drawn.render(scale=width / max(across, down / TALLEST))
        bitmap.to_pil().convert("RGB").save(out, "WEBP", quality=QUALITY)
        bitmap.close()
    return out.getvalue()
