"""When people died, and when their names were entered."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("died", sa.Date(), nullable=True))

    with op.batch_alter_table("person_name", schema=None) as batch_op:
        batch_op.add_column(sa.Column("entered", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("person_name", schema=None) as batch_op:
        batch_op.drop_column("entered")

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_column("died")
