"""Transfers and transmissions."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "transfer",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("member_ref", sa.String(length=26), nullable=False),
        sa.Column("to_ref", sa.String(length=26), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("share_class_ref", sa.String(length=26), nullable=False),
        sa.Column("shares", sa.Integer(), nullable=False),
        sa.Column("consideration", sa.BigInteger(), nullable=True),
        sa.Column("form", sa.String(), nullable=True),
        sa.Column("stamping", sa.String(), nullable=True),
        sa.Column("duty", sa.BigInteger(), nullable=True),
        sa.Column("instrument_date", sa.Date(), nullable=True),
        sa.Column("instrument_received", sa.Date(), nullable=True),
        sa.Column("cause", sa.String(), nullable=True),
        sa.Column("happened", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("lodged", sa.Date(), nullable=False),
        sa.Column("lodged_by", sa.String(), nullable=False),
        sa.Column("practice_ref", sa.String(length=26), nullable=True),
        sa.Column("registered", sa.Date(), nullable=True),
        sa.Column("refused", sa.Date(), nullable=True),
        sa.Column("withdrawn", sa.Date(), nullable=True),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("returned", sa.Date(), nullable=True),
        sa.Column("withheld", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["member_ref"], ["member.ref"], name="fk_transfer_member_ref_member"),
        sa.ForeignKeyConstraint(["practice_ref"], ["practice.ref"], name="fk_transfer_practice_ref_practice"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_transfer_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["share_class_ref"], ["share_class.ref"], name="fk_transfer_share_class_ref_share_class"
        ),
        sa.ForeignKeyConstraint(["to_ref"], ["member.ref"], name="fk_transfer_to_ref_member"),
        sa.PrimaryKeyConstraint("ref", name="pk_transfer"),
        sa.UniqueConstraint("number", name="uq_transfer_number"),
        sa.UniqueConstraint("place", name="uq_transfer_place"),
    )
    op.create_index("ix_transfer_member_ref", "transfer", ["member_ref"], unique=False)
    op.create_index("ix_transfer_practice_ref", "transfer", ["practice_ref"], unique=False)
    op.create_index("ix_transfer_share_class_ref", "transfer", ["share_class_ref"], unique=False)
    op.create_index("ix_transfer_to_ref", "transfer", ["to_ref"], unique=False)

    op.create_table(
        "lodged_numbers",
        sa.Column("transfer_ref", sa.String(length=26), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["transfer_ref"], ["transfer.ref"], name="fk_lodged_numbers_transfer_ref_transfer"),
        sa.PrimaryKeyConstraint("ref", name="pk_lodged_numbers"),
    )
    op.create_index("ix_lodged_numbers_transfer_ref", "lodged_numbers", ["transfer_ref"], unique=False)

    op.create_table(
        "transferee",
        sa.Column("transfer_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_transferee_person_ref_person"),
        sa.ForeignKeyConstraint(["transfer_ref"], ["transfer.ref"], name="fk_transferee_transfer_ref_transfer"),
        sa.PrimaryKeyConstraint("ref", name="pk_transferee"),
    )
    op.create_index("ix_transferee_person_ref", "transferee", ["person_ref"], unique=False)
    op.create_index("ix_transferee_transfer_ref", "transferee", ["transfer_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_transferee_transfer_ref", table_name="transferee")
    op.drop_index("ix_transferee_person_ref", table_name="transferee")

    op.drop_table("transferee")
    op.drop_index("ix_lodged_numbers_transfer_ref", table_name="lodged_numbers")

    op.drop_table("lodged_numbers")
    op.drop_index("ix_transfer_to_ref", table_name="transfer")
    op.drop_index("ix_transfer_share_class_ref", table_name="transfer")
    op.drop_index("ix_transfer_practice_ref", table_name="transfer")
    op.drop_index("ix_transfer_member_ref", table_name="transfer")

    op.drop_table("transfer")
