"""The story of the demo federation, told through the registers' own commands at the days of a simulated secretary."""

from collections.abc import Callable

from registry import clock
from registry.demo.story import afterwards, beginnings, board, bodies, conflicts, directors, old_books, shares, terms
from registry.demo.story.cast import OPENED, Cast

CHAPTERS: tuple[tuple[str, Callable[[Cast], None]], ...] = (
    ("The books are opened", beginnings.tell),
    ("Bodies and groupings", bodies.tell),
    ("A decision of the old books", old_books.tell),
    ("Shares and their holders", shares.tell),
    ("The board and its terms", board.tell),
    ("Terms of a hub and of a network", terms.tell),
    ("Directors, and the networks’ own", directors.of_the_networks),
    ("Interests, and a conflict that empties a quorum", conflicts.tell),
    ("What came after", afterwards.tell),
)


def tell(note: Callable[[str], object] = print) -> Cast:
    """Tell the whole story into empty books, saying which chapter is being told; gives those who may sign in."""
    with clock.telling(OPENED, seed=2019) as now:
        cast = Cast(now)
        for title, chapter in CHAPTERS:
            note(title)
            chapter(cast)
    return cast
