"""Editions: the packs of meetings as they were issued, and who had which."""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edition",
        sa.Column("meeting_ref", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_edition_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_edition_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.UniqueConstraint("meeting_ref", "number", name="uq_edition_meeting_ref_number"),
        sa.PrimaryKeyConstraint("ref", name="pk_edition"),
    )
    op.create_table(
        "edition_section",
        sa.Column("edition_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("labels", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["edition_ref"], ["edition.ref"], name="fk_edition_section_edition_ref_edition"),
        sa.PrimaryKeyConstraint("ref", name="pk_edition_section"),
    )
    op.create_table(
        "opened",
        sa.Column("edition_ref", sa.String(), nullable=False),
        sa.Column("copy", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=True),
        sa.Column("account_ref", sa.String(length=26), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["edition_ref"], ["edition.ref"], name="fk_opened_edition_ref_edition"),
        sa.PrimaryKeyConstraint("ref", name="pk_opened"),
    )
    for table, column in INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)


def downgrade() -> None:
    for table in ("opened", "edition_section", "edition"):
        op.drop_table(table)


INDEXED = (
    ("edition", "meeting_ref"),
    ("edition_section", "edition_ref"),
    ("opened", "edition_ref"),
    ("opened", "account_ref"),
)
