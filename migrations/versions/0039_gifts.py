"""Gifts and hospitality, and the policies on them."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    document(
        "gift_policy",
        sa.Column("since", sa.Date(), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("from_supplier", "from_others", "declared_from", "approved_above")
        ),
        sa.Column("resolution", sa.String(), nullable=False),
        sa.UniqueConstraint("since", name="uq_gift_policy_since"),
    )
    document(
        "gift",
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("organisation_ref", sa.String(), nullable=True),
        sa.Column("supplier", sa.Boolean(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("estimated", sa.Boolean(), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=False),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("approver_ref", sa.String(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("private_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_gift_person_ref_person"),
        sa.ForeignKeyConstraint(["approver_ref"], ["person.ref"], name="fk_gift_approver_ref_person"),
    )
    for column in ("person_ref", "approver_ref"):
        op.create_index(f"ix_gift_{column}", "gift", [column], unique=False)


def document(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        *columns,
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name=f"fk_{name}_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name=f"pk_{name}"),
    )


def downgrade() -> None:
    op.drop_table("gift")
    op.drop_table("gift_policy")
