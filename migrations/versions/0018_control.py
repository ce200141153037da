"""Statements of significant control."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "statement",
        sa.Column("made", sa.Date(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("largest", sa.String(), nullable=False),
        sa.Column("largest_shares", sa.Integer(), nullable=False),
        sa.Column("largest_votes", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_statement_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_statement"),
    )
    op.create_table(
        "answer",
        sa.Column("statement_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("met", sa.Boolean(), nullable=False),
        sa.Column("grounds", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["statement_ref"], ["statement.ref"], name="fk_answer_statement_ref_statement"),
        sa.PrimaryKeyConstraint("ref", name="pk_answer"),
    )
    op.create_index("ix_answer_statement_ref", "answer", ["statement_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_answer_statement_ref", table_name="answer")

    op.drop_table("answer")
    op.drop_table("statement")
