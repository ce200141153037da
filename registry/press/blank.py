"""The page that is left blank, so that what comes next begins on a right-hand page when both sides are printed."""

LEFT_BLANK = '<p class="left-blank">This page is left blank.</p>'
END = "</body>"


def with_a_blank_page(html: str) -> str:
    """A document with one more page, under the same head as its others: it says so itself, to whoever reads it."""
    return html.replace(END, f"{LEFT_BLANK}\n{END}", 1)
