"""Actions: what was agreed to be done, and how far it has come."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "action",
        sa.Column("body_ref", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("meeting_ref", sa.String(), nullable=True),
        sa.Column("item_ref", sa.String(), nullable=True),
        sa.Column("decision_ref", sa.String(), nullable=True),
        sa.Column("agreed", sa.Date(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("owner_ref", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("closed", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["body_ref"], ["body.ref"], name="fk_action_body_ref_body"),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_action_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["decision_ref"], ["decision.ref"], name="fk_action_decision_ref_decision"),
        sa.ForeignKeyConstraint(["owner_ref"], ["person.ref"], name="fk_action_owner_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_action_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.UniqueConstraint("body_ref", "year", "place", name="uq_action_body_ref_year_place"),
        sa.UniqueConstraint("number", name="uq_action_number"),
        sa.PrimaryKeyConstraint("ref", name="pk_action"),
    )
    op.create_table(
        "action_involved",
        sa.Column("action_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["action_ref"], ["action.ref"], name="fk_action_involved_action_ref_action"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_action_involved_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_action_involved"),
    )
    op.create_table(
        "action_step",
        sa.Column("action_ref", sa.String(length=26), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["action_ref"], ["action.ref"], name="fk_action_step_action_ref_action"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_action_step_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_action_step"),
    )
    for table, column in INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)


def downgrade() -> None:
    for table in ("action_step", "action_involved", "action"):
        op.drop_table(table)


INDEXED = (
    ("action", "body_ref"),
    ("action", "meeting_ref"),
    ("action", "decision_ref"),
    ("action", "owner_ref"),
    ("action_involved", "action_ref"),
    ("action_involved", "person_ref"),
    ("action_step", "action_ref"),
    ("action_step", "person_ref"),
)
