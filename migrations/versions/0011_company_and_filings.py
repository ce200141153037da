"""The company's own particulars, and what is filed with the registrar."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "company",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("incorporated", sa.Date(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_company_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_company"),
    )
    op.create_table(
        "filing",
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("about_ref", sa.String(), nullable=True),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("sent", sa.Date(), nullable=False),
        sa.Column("sent_by", sa.String(), nullable=False),
        sa.Column("made_up_to", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("evidence_name", sa.String(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_filing_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_filing"),
        sa.UniqueConstraint("form", "about_ref", name="uq_filing_form_about_ref"),
    )
    op.create_index("ix_filing_about_ref", "filing", ["about_ref"], unique=False)

    op.create_table(
        "company_particular",
        sa.Column("company_ref", sa.String(length=26), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("entered", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_company_particular_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["company_ref"], ["company.ref"], name="fk_company_particular_company_ref_company"),
        sa.PrimaryKeyConstraint("ref", name="pk_company_particular"),
    )
    op.create_index("ix_company_particular_company_ref", "company_particular", ["company_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_company_particular_company_ref", table_name="company_particular")

    op.drop_table("company_particular")
    op.drop_index("ix_filing_about_ref", table_name="filing")

    op.drop_table("filing")
    op.drop_table("company")
