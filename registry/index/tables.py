"""How each database keeps words so that they are found: SQLite in a table of FTS5, PostgreSQL in a vector of its own.

Neither is known to SQLAlchemy's models: the one keeps itself by triggers, the other by being reckoned.
"""

import unicodedata
from typing import Any

from sqlalchemy import DDL, event

from registry.index.models import IndexedPassage

VECTOR = "vector"
FTS = "passage_words"

PUNCTUATION = '/.-_@&<>+~#=?!,;()[]{}*|"’‘“”–—…•§£'
_LETTERS = "".join(letter for code in range(0xC0, 0x250) if (letter := chr(code)).isalpha())
ACCENTED = "".join(letter for letter in _LETTERS if unicodedata.normalize("NFD", letter)[0].isascii())
PLAIN = "".join(unicodedata.normalize("NFD", letter)[0] for letter in ACCENTED)
FROM, TO = ACCENTED + PUNCTUATION, PLAIN + " " * len(PUNCTUATION)
"""Letter for letter, so that a place in what is folded is the same place in what was said."""

ON_SQLITE = (
    f"CREATE VIRTUAL TABLE {FTS} USING fts5(title, words, content='passage', content_rowid='id', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    f"CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN INSERT INTO {FTS}(rowid, title, words) "
    "VALUES (new.id, new.title, new.words); END",
    f"CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN INSERT INTO {FTS}({FTS}, rowid, title, words) "
    "VALUES ('delete', old.id, old.title, old.words); END",
)

ON_POSTGRESQL = (
    f"ALTER TABLE passage ADD COLUMN {VECTOR} tsvector GENERATED ALWAYS AS ("
    f"setweight(to_tsvector('english', translate(title, '{FROM}', '{TO}')), 'A') || "
    f"setweight(to_tsvector('english', translate(words, '{FROM}', '{TO}')), 'B')) STORED",
    f"CREATE INDEX ix_passage_{VECTOR} ON passage USING gin ({VECTOR})",
)

for dialect, statements in (("sqlite", ON_SQLITE), ("postgresql", ON_POSTGRESQL)):
    for statement in statements:
        event.listen(IndexedPassage.__table__, "after_create", DDL(statement).execute_if(dialect=dialect))


def is_of_the_models(name: str | None, kind: str, _: Any) -> bool:
    """Whether a table, a column or an index is one that the models describe, for whoever compares the two."""
    return not (name or "").startswith(FTS) and name not in (VECTOR, f"ix_passage_{VECTOR}")
