"""What was done to each file before it was kept."""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "receipt",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("removed", sa.JSON(), nullable=False),
        sa.Column("why_not", sa.String(), nullable=False),
        sa.Column("sent_name", sa.String(), nullable=False),
        sa.Column("sent_sha256", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name="pk_receipt"),
    )


def downgrade() -> None:
    op.drop_table("receipt")
