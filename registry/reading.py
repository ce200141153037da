"""What a PDF says, page by page: read for the search, and never a reason to refuse the file."""

from io import BytesIO
from time import monotonic

from pypdf import PageObject, PdfReader

MOST_PAGES = 300
MOST_LETTERS_OF_A_PAGE = 20_000
MOST_SECONDS = 8
SAME_LINE = 4
"""How far apart, in the page's own units, two pieces of one line may stand: a raised letter, say."""


def pages_of(content: bytes, most: int | None = None) -> list[str]:
    """The words of the first pages, as far as they can be read in good time; none, of what cannot be read at all."""
    ends, pages = monotonic() + MOST_SECONDS, list[str]()
    try:
        for page in PdfReader(BytesIO(content)).pages[: most or MOST_PAGES]:
            pages.append(_words(page))
            if monotonic() > ends:
                break
    except Exception:  # whatever is wrong inside a file that others made, it is kept, and found by its title
        return pages
    return pages


def _words(page: PageObject) -> str:
    """What a page says. pypdf runs a heading into the line below it, so that lines are told apart here."""
    heard: list[tuple[float, str]] = []
    page.extract_text(visitor_text=lambda text, _, at, *__: heard.append((at[5], text)))
    said, last = "", 0.0
    for height, text in heard:
        if text.strip():
            said += f"{'' if abs(height - last) < SAME_LINE else ' '}{text}"
            last = height
        else:
            said += text
    return " ".join(said.split())[:MOST_LETTERS_OF_A_PAGE]
