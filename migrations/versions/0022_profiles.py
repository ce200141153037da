"""Profiles."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "profile",
        sa.Column("practice_ref", sa.String(length=26), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("building", sa.String(), nullable=False),
        sa.Column("tenure", sa.String(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("rated", sa.Date(), nullable=True),
        sa.Column("patients", sa.Integer(), nullable=True),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["practice_ref"], ["practice.ref"], name="fk_profile_practice_ref_practice"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_profile_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_profile"),
        sa.UniqueConstraint("practice_ref", "on", name="uq_profile_practice_ref_on"),
    )
    op.create_index("ix_profile_practice_ref", "profile", ["practice_ref"], unique=False)
    op.create_table(
        "staff_line",
        sa.Column("profile_ref", sa.String(length=26), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("full_time_hundredths", sa.Integer(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["profile_ref"], ["profile.ref"], name="fk_staff_line_profile_ref_profile"),
        sa.PrimaryKeyConstraint("ref", name="pk_staff_line"),
        sa.UniqueConstraint("profile_ref", "role", name="uq_staff_line_profile_ref_role"),
    )
    op.create_index("ix_staff_line_profile_ref", "staff_line", ["profile_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_staff_line_profile_ref", table_name="staff_line")
    op.drop_table("staff_line")
    op.drop_index("ix_profile_practice_ref", table_name="profile")
    op.drop_table("profile")
