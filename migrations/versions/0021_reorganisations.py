"""Reorganisations."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reorganisation",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("agreed", sa.Date(), nullable=True),
        sa.Column("dates", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("decision_ref", sa.String(length=26), nullable=True),
        sa.Column("undone", sa.Date(), nullable=True),
        sa.Column("undone_why", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["decision_ref"], ["decision.ref"], name="fk_reorganisation_decision_ref_decision"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_reorganisation_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_reorganisation"),
    )
    op.create_index("ix_reorganisation_decision_ref", "reorganisation", ["decision_ref"], unique=False)
    op.create_table(
        "step",
        sa.Column("reorganisation_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("document_kind", sa.String(), nullable=False),
        sa.Column("document_ref", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["reorganisation_ref"], ["reorganisation.ref"], name="fk_step_reorganisation_ref_reorganisation"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_step"),
    )
    op.create_index("ix_step_reorganisation_ref", "step", ["reorganisation_ref"], unique=False)
    op.create_table(
        "subject",
        sa.Column("reorganisation_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("practice_ref", sa.String(length=26), nullable=False),
        sa.Column("became", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["practice_ref"], ["practice.ref"], name="fk_subject_practice_ref_practice"),
        sa.ForeignKeyConstraint(
            ["reorganisation_ref"], ["reorganisation.ref"], name="fk_subject_reorganisation_ref_reorganisation"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_subject"),
    )
    op.create_index("ix_subject_practice_ref", "subject", ["practice_ref"], unique=False)
    op.create_index("ix_subject_reorganisation_ref", "subject", ["reorganisation_ref"], unique=False)
    op.create_table(
        "succession",
        sa.Column("reorganisation_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("before_ref", sa.String(length=26), nullable=True),
        sa.Column("after_ref", sa.String(length=26), nullable=False),
        sa.Column("practices", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["after_ref"], ["body.ref"], name="fk_succession_after_ref_body"),
        sa.ForeignKeyConstraint(["before_ref"], ["body.ref"], name="fk_succession_before_ref_body"),
        sa.ForeignKeyConstraint(
            ["reorganisation_ref"], ["reorganisation.ref"], name="fk_succession_reorganisation_ref_reorganisation"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_succession"),
    )
    op.create_index("ix_succession_after_ref", "succession", ["after_ref"], unique=False)
    op.create_index("ix_succession_before_ref", "succession", ["before_ref"], unique=False)
    op.create_index("ix_succession_reorganisation_ref", "succession", ["reorganisation_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_succession_reorganisation_ref", table_name="succession")
    op.drop_index("ix_succession_before_ref", table_name="succession")
    op.drop_index("ix_succession_after_ref", table_name="succession")
    op.drop_table("succession")
    op.drop_index("ix_subject_reorganisation_ref", table_name="subject")
    op.drop_index("ix_subject_practice_ref", table_name="subject")
    op.drop_table("subject")
    op.drop_index("ix_step_reorganisation_ref", table_name="step")
    op.drop_table("step")
    op.drop_index("ix_reorganisation_decision_ref", table_name="reorganisation")
    op.drop_table("reorganisation")
