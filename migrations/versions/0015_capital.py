"""Alterations of capital."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alteration",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("share_class_ref", sa.String(length=26), nullable=False),
        sa.Column("shares", sa.Integer(), nullable=False),
        sa.Column("into_ref", sa.String(length=26), nullable=True),
        sa.Column("becoming", sa.Integer(), nullable=True),
        sa.Column("consideration", sa.BigInteger(), nullable=True),
        sa.Column("resolution", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["into_ref"], ["share_class.ref"], name="fk_alteration_into_ref_share_class"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_alteration_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["share_class_ref"], ["share_class.ref"], name="fk_alteration_share_class_ref_share_class"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_alteration"),
        sa.UniqueConstraint("number", name="uq_alteration_number"),
    )
    op.create_index("ix_alteration_into_ref", "alteration", ["into_ref"], unique=False)
    op.create_index("ix_alteration_share_class_ref", "alteration", ["share_class_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_alteration_share_class_ref", table_name="alteration")
    op.drop_index("ix_alteration_into_ref", table_name="alteration")

    op.drop_table("alteration")
