"""Bodies and belongings."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "body",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("parent_ref", sa.String(length=26), nullable=True),
        sa.Column("ods_since", sa.Date(), nullable=True),
        sa.Column("ods_until", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_body_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["parent_ref"], ["body.ref"], name="fk_body_parent_ref_body"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_body_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_body"),
        sa.UniqueConstraint("code", name="uq_body_code"),
    )
    op.create_index("ix_body_parent_ref", "body", ["parent_ref"], unique=False)
    op.create_table(
        "belonging",
        sa.Column("body_ref", sa.String(length=26), nullable=False),
        sa.Column("practice_ref", sa.String(length=26), nullable=False),
        sa.Column("ods_since", sa.Date(), nullable=True),
        sa.Column("ods_until", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_belonging_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["body_ref"], ["body.ref"], name="fk_belonging_body_ref_body"),
        sa.ForeignKeyConstraint(["practice_ref"], ["practice.ref"], name="fk_belonging_practice_ref_practice"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_belonging_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_belonging"),
    )
    op.create_index("ix_belonging_body_ref", "belonging", ["body_ref"], unique=False)
    op.create_index("ix_belonging_practice_ref", "belonging", ["practice_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_belonging_practice_ref", table_name="belonging")
    op.drop_index("ix_belonging_body_ref", table_name="belonging")
    op.drop_table("belonging")
    op.drop_index("ix_body_parent_ref", table_name="body")
    op.drop_table("body")
