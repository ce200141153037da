"""Share certificates."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "certificate",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("member_ref", sa.String(length=26), nullable=False),
        sa.Column("share_class_ref", sa.String(length=26), nullable=False),
        sa.Column("shares", sa.Integer(), nullable=False),
        sa.Column("names", sa.String(), nullable=False),
        sa.Column("issued", sa.Date(), nullable=False),
        sa.Column("replaces_ref", sa.String(length=26), nullable=True),
        sa.Column("cancelled", sa.Date(), nullable=True),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("grounds", sa.String(), nullable=False),
        sa.Column("returned", sa.Date(), nullable=True),
        sa.Column("found", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["member_ref"], ["member.ref"], name="fk_certificate_member_ref_member"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_certificate_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["replaces_ref"], ["certificate.ref"], name="fk_certificate_replaces_ref_certificate"),
        sa.ForeignKeyConstraint(
            ["share_class_ref"], ["share_class.ref"], name="fk_certificate_share_class_ref_share_class"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_certificate"),
        sa.UniqueConstraint("number", name="uq_certificate_number"),
        sa.UniqueConstraint("place", name="uq_certificate_place"),
    )
    op.create_index("ix_certificate_member_ref", "certificate", ["member_ref"], unique=False)
    op.create_index("ix_certificate_replaces_ref", "certificate", ["replaces_ref"], unique=False)
    op.create_index("ix_certificate_share_class_ref", "certificate", ["share_class_ref"], unique=False)

    op.create_table(
        "certified_range",
        sa.Column("certificate_ref", sa.String(length=26), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_ref"], ["certificate.ref"], name="fk_certified_range_certificate_ref_certificate"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_certified_range"),
    )
    op.create_index("ix_certified_range_certificate_ref", "certified_range", ["certificate_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_certified_range_certificate_ref", table_name="certified_range")

    op.drop_table("certified_range")
    op.drop_index("ix_certificate_share_class_ref", table_name="certificate")
    op.drop_index("ix_certificate_replaces_ref", table_name="certificate")
    op.drop_index("ix_certificate_member_ref", table_name="certificate")

    op.drop_table("certificate")
