"""Minutes as they were circulated, approved and signed, and what was suggested on them."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "minutes",
        sa.Column("meeting_ref", sa.String(length=26), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("circulated", sa.Date(), nullable=False),
        sa.Column("approved", sa.Date(), nullable=True),
        sa.Column("approved_at_ref", sa.String(length=26), nullable=True),
        sa.Column("approved_item_ref", sa.String(), nullable=True),
        sa.Column("decision_ref", sa.String(length=26), nullable=True),
        sa.Column("authenticated", sa.Date(), nullable=True),
        sa.Column("authenticated_by_ref", sa.String(length=26), nullable=True),
        sa.Column("chaired_ref", sa.String(length=26), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["approved_at_ref"], ["meeting.ref"], name="fk_minutes_approved_at_ref_meeting"),
        sa.ForeignKeyConstraint(
            ["authenticated_by_ref"], ["person.ref"], name="fk_minutes_authenticated_by_ref_person"
        ),
        sa.ForeignKeyConstraint(["chaired_ref"], ["meeting.ref"], name="fk_minutes_chaired_ref_meeting"),
        sa.ForeignKeyConstraint(["decision_ref"], ["decision.ref"], name="fk_minutes_decision_ref_decision"),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_minutes_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_minutes_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_minutes"),
        sa.UniqueConstraint("meeting_ref", "version", name="uq_minutes_meeting_ref_version"),
    )
    op.create_index("ix_minutes_approved_at_ref", "minutes", ["approved_at_ref"], unique=False)
    op.create_index("ix_minutes_authenticated_by_ref", "minutes", ["authenticated_by_ref"], unique=False)
    op.create_index("ix_minutes_chaired_ref", "minutes", ["chaired_ref"], unique=False)
    op.create_index("ix_minutes_decision_ref", "minutes", ["decision_ref"], unique=False)
    op.create_index("ix_minutes_meeting_ref", "minutes", ["meeting_ref"], unique=False)
    op.create_table(
        "minutes_passage",
        sa.Column("minutes_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("box", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("fact_ref", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["minutes_ref"], ["minutes.ref"], name="fk_minutes_passage_minutes_ref_minutes"),
        sa.PrimaryKeyConstraint("ref", name="pk_minutes_passage"),
    )
    op.create_index("ix_minutes_passage_minutes_ref", "minutes_passage", ["minutes_ref"], unique=False)
    op.create_table(
        "minutes_recipient",
        sa.Column("minutes_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("letter_ref", sa.String(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["minutes_ref"], ["minutes.ref"], name="fk_minutes_recipient_minutes_ref_minutes"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_minutes_recipient_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_minutes_recipient"),
    )
    op.create_index("ix_minutes_recipient_minutes_ref", "minutes_recipient", ["minutes_ref"], unique=False)
    op.create_index("ix_minutes_recipient_person_ref", "minutes_recipient", ["person_ref"], unique=False)
    op.create_table(
        "minutes_correction",
        sa.Column("minutes_ref", sa.String(length=26), nullable=False),
        sa.Column("passage_ref", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("meeting_ref", sa.String(length=26), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_minutes_correction_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["minutes_ref"], ["minutes.ref"], name="fk_minutes_correction_minutes_ref_minutes"),
        sa.PrimaryKeyConstraint("ref", name="pk_minutes_correction"),
    )
    op.create_index("ix_minutes_correction_meeting_ref", "minutes_correction", ["meeting_ref"], unique=False)
    op.create_index("ix_minutes_correction_minutes_ref", "minutes_correction", ["minutes_ref"], unique=False)
    op.create_table(
        "minutes_suggestion",
        sa.Column("minutes_ref", sa.String(length=26), nullable=False),
        sa.Column("passage_ref", sa.String(), nullable=False),
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("proposed", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["account_ref"], ["account.ref"], name="fk_minutes_suggestion_account_ref_account"),
        sa.ForeignKeyConstraint(["minutes_ref"], ["minutes.ref"], name="fk_minutes_suggestion_minutes_ref_minutes"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_minutes_suggestion_person_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_minutes_suggestion_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_minutes_suggestion"),
    )
    op.create_index("ix_minutes_suggestion_account_ref", "minutes_suggestion", ["account_ref"], unique=False)
    op.create_index("ix_minutes_suggestion_minutes_ref", "minutes_suggestion", ["minutes_ref"], unique=False)
    op.create_index("ix_minutes_suggestion_person_ref", "minutes_suggestion", ["person_ref"], unique=False)


def downgrade() -> None:
    for table in ("minutes_suggestion", "minutes_correction", "minutes_recipient", "minutes_passage", "minutes"):
        op.drop_table(table)
