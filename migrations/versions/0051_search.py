"""The words of the registers as a search finds them, and what papers say."""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

PUNCTUATION = '/.-_@&<>+~#=?!,;()[]{}*|"’‘“”–—…•§£'
ACCENTED = "".join(
    letter
    for letter in map(chr, range(0xC0, 0x250))
    if letter.isalpha() and unicodedata.normalize("NFD", letter)[0].isascii()
)
PLAIN = "".join(unicodedata.normalize("NFD", letter)[0] for letter in ACCENTED)
FOLDED = f"'{ACCENTED}{PUNCTUATION}', '{PLAIN}{' ' * len(PUNCTUATION)}'"

ON_SQLITE = (
    "CREATE VIRTUAL TABLE passage_words USING fts5(title, words, content='passage', content_rowid='id', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN INSERT INTO passage_words(rowid, title, words) "
    "VALUES (new.id, new.title, new.words); END",
    "CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN INSERT INTO "
    "passage_words(passage_words, rowid, title, words) VALUES ('delete', old.id, old.title, old.words); END",
)

ON_POSTGRESQL = (
    "ALTER TABLE passage ADD COLUMN vector tsvector GENERATED ALWAYS AS ("
    f"setweight(to_tsvector('english', translate(title, {FOLDED})), 'A') || "
    f"setweight(to_tsvector('english', translate(words, {FOLDED})), 'B')) STORED",
    "CREATE INDEX ix_passage_vector ON passage USING gin (vector)",
)


def upgrade() -> None:
    op.create_table(
        "kept_text",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("pages", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_kept_text"),
    )
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("document_ref", sa.String(length=26), nullable=False),
        sa.Column("part_ref", sa.String(length=26), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("body_ref", sa.String(length=26), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("over", sa.String(length=26), nullable=True),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
    )
    op.create_index("ix_passage_document_ref_passage_kind", "passage", ["document_ref", "kind"], unique=False)
    op.create_index("ix_passage_kind_passage_on", "passage", ["kind", "on"], unique=False)
    for statement in ON_SQLITE if op.get_bind().dialect.name == "sqlite" else ON_POSTGRESQL:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("passage_words")
    op.drop_table("passage")
    op.drop_table("kept_text")
