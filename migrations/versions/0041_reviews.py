"""Reviews of declared interests, with the questions asked and the notes made."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "review",
        sa.Column("interest_ref", sa.String(), nullable=False),
        sa.Column("interest_rev", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("mitigation", sa.String(), nullable=False),
        sa.Column("publication", sa.String(), nullable=False),
        sa.Column("withheld_because", sa.String(), nullable=False),
        sa.Column("approved_by_ref", sa.String(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["interest_ref"], ["interest.ref"], name="fk_review_interest_ref_interest"),
        sa.ForeignKeyConstraint(["approved_by_ref"], ["person.ref"], name="fk_review_approved_by_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_review_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_review"),
    )
    op.create_table(
        "review_question",
        sa.Column("interest_ref", sa.String(), nullable=False),
        sa.Column("asked", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answered", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["interest_ref"], ["interest.ref"], name="fk_review_question_interest_ref_interest"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_review_question_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_review_question"),
    )
    op.create_table(
        "review_note",
        sa.Column("interest_ref", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["interest_ref"], ["interest.ref"], name="fk_review_note_interest_ref_interest"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_review_note_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_review_note"),
    )
    op.create_index("ix_review_approved_by_ref", "review", ["approved_by_ref"], unique=False)
    for table in ("review", "review_question", "review_note"):
        op.create_index(f"ix_{table}_interest_ref", table, ["interest_ref"], unique=False)


def downgrade() -> None:
    for table in ("review_note", "review_question", "review"):
        op.drop_table(table)
