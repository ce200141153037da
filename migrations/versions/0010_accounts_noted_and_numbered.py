"""Accounts keep what they said before; shares may bear numbers; removed entries."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("member_ref", sa.String(length=26), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("was", sa.String(), nullable=False),
        sa.Column("changed", sa.Date(), nullable=False),
        sa.Column("entered", sa.Date(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["member_ref"], ["member.ref"], name="fk_note_member_ref_member"),
        sa.PrimaryKeyConstraint("ref", name="pk_note"),
    )
    op.create_index("ix_note_member_ref", "note", ["member_ref"], unique=False)

    with op.batch_alter_table("holder", schema=None) as batch_op:
        batch_op.add_column(sa.Column("since", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("until", sa.Date(), nullable=True))

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("removed", sa.Date(), nullable=True))

    with op.batch_alter_table("movement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("last", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("reference", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("nomination", schema=None) as batch_op:
        batch_op.add_column(sa.Column("shares", sa.Integer(), nullable=True))

    with op.batch_alter_table("share_class", schema=None) as batch_op:
        batch_op.add_column(sa.Column("numbered", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("share_class", schema=None) as batch_op:
        batch_op.drop_column("numbered")

    with op.batch_alter_table("nomination", schema=None) as batch_op:
        batch_op.drop_column("shares")

    with op.batch_alter_table("movement", schema=None) as batch_op:
        batch_op.drop_column("reference")
        batch_op.drop_column("last")
        batch_op.drop_column("first")

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_column("removed")

    with op.batch_alter_table("holder", schema=None) as batch_op:
        batch_op.drop_column("until")
        batch_op.drop_column("since")

    op.drop_index("ix_note_member_ref", table_name="note")

    op.drop_table("note")
