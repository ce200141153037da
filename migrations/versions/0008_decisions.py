"""Decisions and their effects."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decision",
        sa.Column("body_ref", sa.String(length=26), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("meeting_ref", sa.String(length=26), nullable=True),
        sa.Column("item_ref", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("mover_ref", sa.String(length=26), nullable=True),
        sa.Column("votes_for", sa.Integer(), nullable=True),
        sa.Column("votes_against", sa.Integer(), nullable=True),
        sa.Column("abstained", sa.Integer(), nullable=True),
        sa.Column("supersedes_ref", sa.String(length=26), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["body_ref"], ["body.ref"], name="fk_decision_body_ref_body"),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_decision_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["mover_ref"], ["person.ref"], name="fk_decision_mover_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_decision_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["supersedes_ref"], ["decision.ref"], name="fk_decision_supersedes_ref_decision"),
        sa.PrimaryKeyConstraint("ref", name="pk_decision"),
        sa.UniqueConstraint("body_ref", "year", "place", name="uq_decision_body_ref_year_place"),
        sa.UniqueConstraint("number", name="uq_decision_number"),
    )
    op.create_index("ix_decision_body_ref", "decision", ["body_ref"], unique=False)
    op.create_index("ix_decision_meeting_ref", "decision", ["meeting_ref"], unique=False)
    op.create_index("ix_decision_mover_ref", "decision", ["mover_ref"], unique=False)
    op.create_index("ix_decision_supersedes_ref", "decision", ["supersedes_ref"], unique=False)
    op.create_table(
        "effect",
        sa.Column("decision_ref", sa.String(length=26), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("document_kind", sa.String(), nullable=False),
        sa.Column("document_ref", sa.String(), nullable=False),
        sa.Column("part_ref", sa.String(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["decision_ref"], ["decision.ref"], name="fk_effect_decision_ref_decision"),
        sa.PrimaryKeyConstraint("ref", name="pk_effect"),
    )
    op.create_index("ix_effect_decision_ref", "effect", ["decision_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_effect_decision_ref", table_name="effect")
    op.drop_table("effect")
    op.drop_index("ix_decision_supersedes_ref", table_name="decision")
    op.drop_index("ix_decision_mover_ref", table_name="decision")
    op.drop_index("ix_decision_meeting_ref", table_name="decision")
    op.drop_index("ix_decision_body_ref", table_name="decision")
    op.drop_table("decision")
