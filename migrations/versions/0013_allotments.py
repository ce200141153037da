"""Authorities to allot, the formula, and allotments."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "authority",
        sa.Column("share_class_ref", sa.String(length=26), nullable=False),
        sa.Column("maximum", sa.Integer(), nullable=False),
        sa.Column("granted", sa.Date(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=False),
        sa.Column("resolution", sa.String(), nullable=False),
        sa.Column("revoked", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_authority_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["share_class_ref"], ["share_class.ref"], name="fk_authority_share_class_ref_share_class"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_authority"),
    )
    op.create_index("ix_authority_share_class_ref", "authority", ["share_class_ref"], unique=False)

    op.create_table(
        "formula",
        sa.Column("share_class_ref", sa.String(length=26), nullable=False),
        sa.Column("per_thousand", sa.BigInteger(), nullable=False),
        sa.Column("rounding", sa.String(), nullable=False),
        sa.Column("reserve", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_formula_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["share_class_ref"], ["share_class.ref"], name="fk_formula_share_class_ref_share_class"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_formula"),
        sa.UniqueConstraint("since", name="uq_formula_since"),
    )
    op.create_index("ix_formula_share_class_ref", "formula", ["share_class_ref"], unique=False)

    op.create_table(
        "allotment",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("share_class_ref", sa.String(length=26), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("entered", sa.Date(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("consideration", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("preemption", sa.String(), nullable=False),
        sa.Column("offered", sa.Date(), nullable=True),
        sa.Column("closes", sa.Date(), nullable=True),
        sa.Column("answered", sa.Date(), nullable=True),
        sa.Column("authority_ref", sa.String(length=26), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["authority_ref"], ["authority.ref"], name="fk_allotment_authority_ref_authority"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_allotment_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["share_class_ref"], ["share_class.ref"], name="fk_allotment_share_class_ref_share_class"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_allotment"),
        sa.UniqueConstraint("number", name="uq_allotment_number"),
        sa.UniqueConstraint("place", name="uq_allotment_place"),
    )
    op.create_index("ix_allotment_authority_ref", "allotment", ["authority_ref"], unique=False)
    op.create_index("ix_allotment_share_class_ref", "allotment", ["share_class_ref"], unique=False)

    op.create_table(
        "lot",
        sa.Column("allotment_ref", sa.String(length=26), nullable=False),
        sa.Column("member_ref", sa.String(length=26), nullable=False),
        sa.Column("shares", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("last", sa.Integer(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["allotment_ref"], ["allotment.ref"], name="fk_lot_allotment_ref_allotment"),
        sa.ForeignKeyConstraint(["member_ref"], ["member.ref"], name="fk_lot_member_ref_member"),
        sa.PrimaryKeyConstraint("ref", name="pk_lot"),
    )
    op.create_index("ix_lot_allotment_ref", "lot", ["allotment_ref"], unique=False)
    op.create_index("ix_lot_member_ref", "lot", ["member_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_lot_member_ref", table_name="lot")
    op.drop_index("ix_lot_allotment_ref", table_name="lot")

    op.drop_table("lot")
    op.drop_index("ix_allotment_share_class_ref", table_name="allotment")
    op.drop_index("ix_allotment_authority_ref", table_name="allotment")

    op.drop_table("allotment")
    op.drop_index("ix_formula_share_class_ref", table_name="formula")

    op.drop_table("formula")
    op.drop_index("ix_authority_share_class_ref", table_name="authority")

    op.drop_table("authority")
