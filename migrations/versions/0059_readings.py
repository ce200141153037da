"""Readings: what readers note for themselves in the packs, and where they are in them. Working papers."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reader_note",
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("meeting_ref", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_reader_note_meeting_ref_meeting"),
        sa.PrimaryKeyConstraint("ref", name="pk_reader_note"),
    )
    op.create_index("ix_reader_note_account_ref", "reader_note", ["account_ref"])
    op.create_index("ix_reader_note_meeting_ref", "reader_note", ["meeting_ref"])
    op.create_table(
        "bookmark",
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("meeting_ref", sa.String(), nullable=False),
        sa.Column("edition_ref", sa.String(), nullable=False),
        sa.Column("before_ref", sa.String(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_bookmark_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["edition_ref"], ["edition.ref"], name="fk_bookmark_edition_ref_edition"),
        sa.ForeignKeyConstraint(["before_ref"], ["edition.ref"], name="fk_bookmark_before_ref_edition"),
        sa.PrimaryKeyConstraint("ref", name="pk_bookmark"),
        sa.UniqueConstraint("account_ref", "meeting_ref", name="uq_bookmark_account_ref_meeting_ref"),
    )
    for column in ("meeting_ref", "edition_ref", "before_ref"):
        op.create_index(f"ix_bookmark_{column}", "bookmark", [column])


def downgrade() -> None:
    op.drop_table("bookmark")
    op.drop_table("reader_note")
