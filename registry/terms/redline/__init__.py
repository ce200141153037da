"""Two versions of terms compared: clause by clause, then word by word, with what was moved told as moved."""

from registry.terms.redline.clauses import Clause, clauses_in, numbered
from registry.terms.redline.comparing import CHANGED, DELETED, INSERTED, SAME, Compared, compare
from registry.terms.redline.words import Piece, pieces_of

__all__ = [
    "CHANGED",
    "DELETED",
    "INSERTED",
    "SAME",
    "Clause",
    "Compared",
    "Piece",
    "clauses_in",
    "compare",
    "numbered",
    "pieces_of",
]
