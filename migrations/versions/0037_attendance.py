"""When somebody left or returned, how she attended, who took the chair, and for which member somebody came."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        for column in ("at", "how"):
            batch_op.add_column(sa.Column(column, sa.String(), server_default="", nullable=False))
    part(
        "chairing",
        sa.Column("item_ref", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
    )
    part(
        "representation",
        sa.Column("member_ref", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_ref"], ["member.ref"], name="fk_representation_member_ref_member"),
    )
    op.create_index("ix_representation_member_ref", "representation", ["member_ref"], unique=False)


def part(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("meeting_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        *columns,
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name=f"fk_{name}_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name=f"fk_{name}_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name=f"pk_{name}"),
    )
    for column in ("meeting_ref", "person_ref"):
        op.create_index(f"ix_{name}_{column}", name, [column], unique=False)


def downgrade() -> None:
    op.drop_table("representation")
    op.drop_table("chairing")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        for column in ("how", "at"):
            batch_op.drop_column(column)
