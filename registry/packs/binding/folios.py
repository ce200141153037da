"""What the pages of a book are called: 1, 2, 3; i, ii in front; 46a, where a page came late; 41–46, of one for many."""

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Pdf, String

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
TO = "–"


def plain(count: int) -> list[str]:
    return [str(number) for number in range(1, count + 1)]


def in_front(count: int) -> list[str]:
    """Of what stands before the first numbered page, and may grow without moving any."""
    return [_roman(number) for number in range(1, count + 1)]


def _roman(number: int) -> str:
    letters = ""
    for worth, letter in ROMAN:
        letters, number = letters + letter * (number // worth), number % worth
    return letters


def folios(labels: Sequence[str], last: str) -> list[str]:
    """What stands at the foot of each page; of a numbered one, also which is the last."""
    return [_folio(label, last.rpartition(TO)[2]) for label in labels]


def _folio(label: str, last: str) -> str:
    if label[0].isdigit():
        return f"{'Pages' if TO in label else 'Page'} {label} of {last}"
    return f"Page {label}" if label.islower() else label


def label_pages(book: Pdf, labels: Sequence[str]) -> None:
    """Let whoever asks a screen for page 46a be shown what is called so on paper."""
    book.Root.PageLabels = Dictionary(Nums=Array([each for pair in _runs(labels) for each in pair]))


def _runs(labels: Sequence[str]) -> Iterator[tuple[int, Dictionary]]:
    """Where the labels do not merely count on, and what they are from there."""
    for place, label in enumerate(labels):
        if not label.isdecimal():
            yield place, Dictionary(P=String(label))
        elif not place or labels[place - 1] != str(int(label) - 1):
            yield place, Dictionary(S=Name.D, St=int(label))
