"""More of each interest, and declarations as working papers."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

FURTHER = ("whose", "relation", "nature", "topics", "touches", "dates")


def upgrade() -> None:
    with op.batch_alter_table("interest", schema=None) as batch_op:
        for column in FURTHER:
            batch_op.add_column(sa.Column(column, sa.String(), server_default="", nullable=False))
    op.create_table(
        "declaration",
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("interest_ref", sa.String(), nullable=True),
        sa.Column("seen", sa.Integer(), nullable=True),
        sa.Column("boxes", sa.JSON(), nullable=False),
        sa.Column("written_by_ref", sa.String(length=26), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_declaration_person_ref_person"),
        sa.ForeignKeyConstraint(["interest_ref"], ["interest.ref"], name="fk_declaration_interest_ref_interest"),
        sa.PrimaryKeyConstraint("ref", name="pk_declaration"),
    )
    for column in ("person_ref", "interest_ref"):
        op.create_index(f"ix_declaration_{column}", "declaration", [column], unique=False)


def downgrade() -> None:
    op.drop_table("declaration")
    with op.batch_alter_table("interest", schema=None) as batch_op:
        for column in FURTHER:
            batch_op.drop_column(column)
