"""Requests to inspect the register."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "request",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("received", sa.Date(), nullable=False),
        sa.Column("wants", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("is_organisation", sa.Boolean(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("responsible_address", sa.String(), nullable=False),
        sa.Column("is_member", sa.Boolean(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("discloses", sa.Boolean(), nullable=True),
        sa.Column("completed", sa.Date(), nullable=True),
        sa.Column("told_invalid", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("answered", sa.Date(), nullable=True),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("fee", sa.BigInteger(), nullable=True),
        sa.Column("altered_to", sa.Date(), nullable=True),
        sa.Column("pending", sa.Integer(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_request_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_request"),
        sa.UniqueConstraint("number", name="uq_request_number"),
    )
    op.create_table(
        "recipient",
        sa.Column("request_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["request_ref"], ["request.ref"], name="fk_recipient_request_ref_request"),
        sa.PrimaryKeyConstraint("ref", name="pk_recipient"),
    )
    op.create_index("ix_recipient_request_ref", "recipient", ["request_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_recipient_request_ref", table_name="recipient")

    op.drop_table("recipient")
    op.drop_table("request")
