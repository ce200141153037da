"""Proxies for general meetings."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

LINKS = {"meeting_ref": "meeting", "member_ref": "member", "person_ref": "person", "signed_by_ref": "person"}


def upgrade() -> None:
    op.create_table(
        "proxy",
        *(sa.Column(column, sa.String(), nullable=column == "person_ref") for column in LINKS),
        sa.Column("lodged", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shares", sa.Integer(), nullable=True),
        sa.Column("revoked", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.ref"], name=f"fk_proxy_{column}_{table}")
            for column, table in LINKS.items()
        ),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_proxy_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_proxy"),
    )
    for column in LINKS:
        op.create_index(f"ix_proxy_{column}", "proxy", [column], unique=False)
    op.create_table(
        "instruction",
        sa.Column("proxy_ref", sa.String(), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["proxy_ref"], ["proxy.ref"], name="fk_instruction_proxy_ref_proxy"),
        sa.PrimaryKeyConstraint("ref", name="pk_instruction"),
    )
    op.create_index("ix_instruction_proxy_ref", "instruction", ["proxy_ref"], unique=False)


def downgrade() -> None:
    op.drop_table("instruction")
    op.drop_table("proxy")
