"""Whom and what the items of an agenda are about."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "party",
        sa.Column("meeting_ref", sa.String(length=26), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=False),
        sa.Column("party_ref", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_party_meeting_ref_meeting"),
        sa.PrimaryKeyConstraint("ref", name="pk_party"),
    )
    op.create_index("ix_party_meeting_ref", "party", ["meeting_ref"], unique=False)
    with op.batch_alter_table("item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("topic", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("item", schema=None) as batch_op:
        batch_op.drop_column("topic")
    op.drop_index("ix_party_meeting_ref", table_name="party")
    op.drop_table("party")
