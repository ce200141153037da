"""Directors, and their particulars as told to the registrar."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

PARTICULARS = ("service_address", "home_address", "country", "nationality", "occupation", "former_names")


def upgrade() -> None:
    op.create_table(
        "directorship",
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("consented", sa.Date(), nullable=True),
        sa.Column("consent", sa.String(), nullable=True),
        sa.Column("consent_name", sa.String(), nullable=True),
        sa.Column("declared", sa.Date(), nullable=True),
        sa.Column("verified", sa.Date(), nullable=True),
        sa.Column("ended", sa.String(), nullable=False),
        sa.Column("before_the_books", sa.String(), nullable=False),
        sa.Column("dates", sa.String(), server_default="", nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_directorship_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_directorship_person_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_directorship_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_directorship"),
    )
    op.create_index("ix_directorship_person_ref", "directorship", ["person_ref"], unique=False)
    op.create_table(
        "particulars",
        sa.Column("directorship_ref", sa.String(), nullable=False),
        *(sa.Column(column, sa.String(), nullable=False) for column in PARTICULARS),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_particulars_ends_after_it_starts"),
        sa.ForeignKeyConstraint(
            ["directorship_ref"], ["directorship.ref"], name="fk_particulars_directorship_ref_directorship"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_particulars"),
    )
    op.create_index("ix_particulars_directorship_ref", "particulars", ["directorship_ref"], unique=False)


def downgrade() -> None:
    op.drop_table("particulars")
    op.drop_table("directorship")
