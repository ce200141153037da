"""Old books brought in, line by line, and the sheets that reconcile them."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def entered(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["ref", "rev"],
        ["ledger_entry.ref", "ledger_entry.rev"],
        name=f"fk_{table}_ref_rev_ledger_entry",
        initially="DEFERRED",
        deferrable=True,
    )


def upgrade() -> None:
    op.create_table(
        "opening",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("entered", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("paper", sa.String(), nullable=True),
        sa.Column("paper_name", sa.String(), nullable=True),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.Column("issued", sa.Integer(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        entered("opening"),
        sa.PrimaryKeyConstraint("ref", name="pk_opening"),
        sa.UniqueConstraint("sha256", name="uq_opening_sha256"),
    )
    op.create_index("ix_opening_what", "opening", ["what"], unique=False)
    op.create_table(
        "opened_entry",
        sa.Column("opening_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("decision_ref", sa.String(length=26), nullable=True),
        sa.Column("remarks", sa.String(), nullable=False),
        sa.Column("document_kind", sa.String(), nullable=False),
        sa.Column("document_ref", sa.String(), nullable=False),
        sa.Column("part_ref", sa.String(), nullable=True),
        sa.Column("share_class_ref", sa.String(length=26), nullable=True),
        sa.Column("shares", sa.Integer(), nullable=True),
        sa.Column("dates", sa.String(), server_default="", nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["opening_ref"], ["opening.ref"], name="fk_opened_entry_opening_ref_opening"),
        sa.ForeignKeyConstraint(["decision_ref"], ["decision.ref"], name="fk_opened_entry_decision_ref_decision"),
        sa.ForeignKeyConstraint(
            ["share_class_ref"], ["share_class.ref"], name="fk_opened_entry_share_class_ref_share_class"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_opened_entry"),
    )
    for column in ("opening_ref", "decision_ref", "document_ref", "share_class_ref"):
        op.create_index(f"ix_opened_entry_{column}", "opened_entry", [column], unique=False)
    op.create_table(
        "reconciliation",
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("differences", sa.String(), nullable=False),
        sa.Column("paper", sa.String(), nullable=True),
        sa.Column("paper_name", sa.String(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        entered("reconciliation"),
        sa.PrimaryKeyConstraint("ref", name="pk_reconciliation"),
    )


def downgrade() -> None:
    op.drop_table("reconciliation")
    for column in ("share_class_ref", "document_ref", "decision_ref", "opening_ref"):
        op.drop_index(f"ix_opened_entry_{column}", table_name="opened_entry")
    op.drop_table("opened_entry")
    op.drop_index("ix_opening_what", table_name="opening")
    op.drop_table("opening")
