"""What a decision is still to do: its answers, kept until its day has come."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("decision") as decision:
        decision.add_column(sa.Column("waiting", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("decision") as decision:
        decision.drop_column("waiting")
