"""Conflicts that the directors have authorised."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "authorisation",
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("interest_ref", sa.String(), nullable=True),
        sa.Column("situation", sa.String(), nullable=False),
        sa.Column("covers", sa.String(), nullable=False),
        sa.Column("conditions", sa.String(), nullable=False),
        sa.Column("review_due", sa.Date(), nullable=True),
        sa.Column("ended", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_authorisation_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_authorisation_person_ref_person"),
        sa.ForeignKeyConstraint(["interest_ref"], ["interest.ref"], name="fk_authorisation_interest_ref_interest"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_authorisation_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_authorisation"),
    )
    op.create_table(
        "not_counted",
        sa.Column("authorisation_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["authorisation_ref"], ["authorisation.ref"], name="fk_not_counted_authorisation_ref_authorisation"
        ),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_not_counted_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_not_counted"),
    )
    for table, column in (
        ("authorisation", "person_ref"),
        ("authorisation", "interest_ref"),
        ("not_counted", "authorisation_ref"),
        ("not_counted", "person_ref"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)


def downgrade() -> None:
    for table in ("not_counted", "authorisation"):
        op.drop_table(table)
