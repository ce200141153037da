"""Conflicts of interest with the items of an agenda, and how each was handled."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conflict",
        sa.Column("meeting_ref", sa.String(), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("asked", sa.Date(), nullable=True),
        sa.Column("answered", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("declared", sa.Date(), nullable=True),
        sa.Column("treatment", sa.String(), nullable=False),
        sa.Column("ruled_by", sa.String(), nullable=False),
        sa.Column("ruling", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_conflict_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_conflict_person_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_conflict_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.UniqueConstraint("item_ref", "person_ref", name="uq_conflict_item_ref_person_ref"),
        sa.PrimaryKeyConstraint("ref", name="pk_conflict"),
    )
    for column in ("meeting_ref", "item_ref", "person_ref"):
        op.create_index(f"ix_conflict_{column}", "conflict", [column], unique=False)
    op.create_table(
        "conflict_ground",
        sa.Column("conflict_ref", sa.String(length=26), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("openly", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_ref", sa.String(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["conflict_ref"], ["conflict.ref"], name="fk_conflict_ground_conflict_ref_conflict"),
        sa.PrimaryKeyConstraint("ref", name="pk_conflict_ground"),
    )
    op.create_index("ix_conflict_ground_conflict_ref", "conflict_ground", ["conflict_ref"], unique=False)


def downgrade() -> None:
    op.drop_table("conflict_ground")
    op.drop_table("conflict")
