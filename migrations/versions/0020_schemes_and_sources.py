"""Schemes of grouping, what the sources say of the whole, and what was entered in error."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "discrepancy",
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("noted", sa.Date(), nullable=False),
        sa.Column("settled", sa.Date(), nullable=True),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_discrepancy_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_discrepancy"),
    )
    op.create_table(
        "population",
        sa.Column("patients", sa.Integer(), nullable=False),
        sa.Column("about", sa.Boolean(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("dates", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_population_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_population"),
    )
    op.create_table(
        "scheme",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("dates", sa.String(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=True),
        sa.Column("most", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("struck", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_scheme_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.CheckConstraint("until > since", name="ck_scheme_ends_after_it_starts"),
        sa.PrimaryKeyConstraint("ref", name="pk_scheme"),
    )
    with op.batch_alter_table("belonging", schema=None) as batch_op:
        batch_op.add_column(sa.Column("struck", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("body", schema=None) as batch_op:
        batch_op.add_column(sa.Column("struck", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("body", schema=None) as batch_op:
        batch_op.drop_column("struck")
    with op.batch_alter_table("belonging", schema=None) as batch_op:
        batch_op.drop_column("struck")
    op.drop_table("scheme")
    op.drop_table("population")
    op.drop_table("discrepancy")
