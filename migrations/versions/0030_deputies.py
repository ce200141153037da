"""Deputies for those who hold seats."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deputy",
        sa.Column("seat_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_deputy_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["seat_ref"], ["seat.ref"], name="fk_deputy_seat_ref_seat"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_deputy_person_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_deputy_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_deputy"),
    )
    for column in ("seat_ref", "person_ref"):
        op.create_index(f"ix_deputy_{column}", "deputy", [column], unique=False)


def downgrade() -> None:
    op.drop_table("deputy")
