"""Minutes as they are being written: working papers."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "minutes_draft",
        sa.Column("meeting_ref", sa.String(length=26), nullable=False),
        sa.Column("circulated_ref", sa.String(length=26), nullable=True),
        sa.Column("boxes", sa.JSON(), nullable=False),
        sa.Column("desks", sa.JSON(), nullable=False),
        sa.Column("saved_by_ref", sa.String(length=26), nullable=False),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["circulated_ref"], ["minutes.ref"], name="fk_minutes_draft_circulated_ref_minutes"),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_minutes_draft_meeting_ref_meeting"),
        sa.PrimaryKeyConstraint("ref", name="pk_minutes_draft"),
    )
    op.create_index("ix_minutes_draft_circulated_ref", "minutes_draft", ["circulated_ref"], unique=False)
    op.create_index("ix_minutes_draft_meeting_ref", "minutes_draft", ["meeting_ref"], unique=True)
    op.create_table(
        "minutes_wording",
        sa.Column("draft_ref", sa.String(length=26), nullable=False),
        sa.Column("box", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_ref"], ["minutes_draft.ref"], name="fk_minutes_wording_draft_ref_minutes_draft"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_minutes_wording"),
    )
    op.create_index("ix_minutes_wording_draft_ref", "minutes_wording", ["draft_ref"], unique=False)


def downgrade() -> None:
    for table in ("minutes_wording", "minutes_draft"):
        op.drop_table(table)
