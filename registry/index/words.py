"""What somebody types, made into what the two databases ask: never more than letters and figures reach them."""

import re
import unicodedata
from dataclasses import dataclass

from registry.index.tables import FROM, TO

MOST_TERMS = 24
SHORTEST_BEGINNING = 2
LONG_ENOUGH_TO_TRIM = 6
TRIMMED_BY = 3
"""A word half typed may have begun its ending, which the index keeps none of: “decisio” is sought as “deci…”."""

QUOTED_OR_WORD = re.compile(r'"([^"]*)"?|([^\s"]+)')
LETTERS = re.compile(r"[^\W_]+")
QUOTES = str.maketrans("“”„«»", '"""""')
FOLD = str.maketrans(FROM, TO)

UNSAID = frozenset((
    "a", "about", "above", "after", "again", "against", "all", "am", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "did", "do", "does",
    "doing", "don", "down", "during", "each", "few", "for", "from", "further", "had", "has", "have", "having", "he",
    "her", "here", "hers", "herself", "him", "himself", "his", "how", "i", "if", "in", "into", "is", "it", "its",
    "itself", "just", "me", "more", "most", "my", "myself", "no", "nor", "not", "now", "of", "off", "on", "once",
    "only", "or", "other", "our", "ours", "ourselves", "out", "over", "own", "s", "same", "she", "should", "so",
    "some", "such", "t", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "these",
    "they", "this", "those", "through", "to", "too", "under", "until", "up", "very", "was", "we", "were", "what",
    "when", "where", "which", "while", "who", "whom", "why", "will", "with", "you", "your", "yours", "yourself",
    "yourselves",
))  # fmt: skip
"""Words that stand in every text, and so tell none from another: those that PostgreSQL leaves out of English itself."""


@dataclass(frozen=True)
class Term:
    """Words that follow one another; the last of them may be the beginning of one."""

    words: tuple[str, ...]
    begun: bool = False


def terms_of(typed: str) -> list[Term]:
    """What is sought: each quoted phrase, and each word; the last word may be half typed."""
    typed = folded(typed.translate(QUOTES))
    terms: list[Term] = []
    for found in QUOTED_OR_WORD.finditer(typed):
        phrase, word = found.groups()
        words = tuple(LETTERS.findall(phrase if word is None else word))
        if words and not UNSAID.issuperset(words):
            begun = word is not None and found.end() == len(typed) and len(word) >= SHORTEST_BEGINNING
            terms.append(Term(words, begun))
    return terms[:MOST_TERMS]


def loosened(terms: list[Term]) -> list[Term]:
    """The same with a word half typed cut shorter, for when nothing is found; nothing, if none can be."""
    if not terms or not terms[-1].begun or len(terms[-1].words[-1]) < LONG_ENOUGH_TO_TRIM:
        return []
    *before, last = terms[-1].words
    return [*terms[:-1], Term((*before, last[:-TRIMMED_BY]), begun=True)]


def folded(text: str) -> str:
    """In small letters without accents, letter for letter."""
    return unicodedata.normalize("NFC", text).translate(FOLD_ACCENTS).lower()


FOLD_ACCENTS = {code: plain for code, plain in FOLD.items() if chr(code).isalpha()}


def for_fts5(terms: list[Term], *, every: bool) -> str:
    """As FTS5 asks it: all of the terms or, not `every`, any."""
    return (" AND " if every else " OR ").join(_fts5(term) for term in terms)


def _fts5(term: Term) -> str:
    said = f'"{" ".join(term.words)}"'
    return f"({said} OR {said} *)" if term.begun else f"({said})"


def for_postgresql(terms: list[Term], *, every: bool) -> str:
    """The same as a tsquery."""
    return (" & " if every else " | ").join(_tsquery(term) for term in terms)


def _tsquery(term: Term) -> str:
    said = " <-> ".join(f"'{word}'" for word in term.words)
    return f"(({said}) | ({said}:*))" if term.begun else f"({said})"
