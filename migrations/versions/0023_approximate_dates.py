"""Dates in the words of their sources; the old books' numbers of decisions and certificates."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

APPROXIMATE = ("member", "movement", "certificate", "seat", "appointment", "terms", "decision")


def upgrade() -> None:
    for table in APPROXIMATE:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("dates", sa.String(), server_default="", nullable=False))
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.alter_column("place", existing_type=sa.Integer(), nullable=True)
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.drop_constraint("uq_certificate_place", type_="unique")
        batch_op.create_index("ix_certificate_place", ["place"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.drop_index("ix_certificate_place")
        batch_op.create_unique_constraint("uq_certificate_place", ["place"])
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.alter_column("place", existing_type=sa.Integer(), nullable=False)
    for table in APPROXIMATE:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("dates")
