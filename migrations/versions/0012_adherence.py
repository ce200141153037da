"""Deeds of adherence."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deed",
        sa.Column("member_ref", sa.String(length=26), nullable=False),
        sa.Column("signed", sa.Date(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("evidence_name", sa.String(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["member_ref"], ["member.ref"], name="fk_deed_member_ref_member"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_deed_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_deed"),
    )
    op.create_index("ix_deed_member_ref", "deed", ["member_ref"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_deed_member_ref", table_name="deed")

    op.drop_table("deed")
