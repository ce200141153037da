"""Practices that merge, their branches, and by whose count a list size is."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "branch",
        sa.Column("practice_ref", sa.String(length=26), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("was_ref", sa.String(length=26), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["practice_ref"], ["practice.ref"], name="fk_branch_practice_ref_practice"),
        sa.ForeignKeyConstraint(["was_ref"], ["practice.ref"], name="fk_branch_was_ref_practice"),
        sa.CheckConstraint("until > since", name="ck_branch_ends_after_it_starts"),
        sa.PrimaryKeyConstraint("ref", name="pk_branch"),
    )
    op.create_index("ix_branch_practice_ref", "branch", ["practice_ref"], unique=False)
    op.create_index("ix_branch_was_ref", "branch", ["was_ref"], unique=False)
    with op.batch_alter_table("list_size", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "source",
                sa.String(),
                server_default="NHS Digital, Patients Registered at a GP Practice",
                nullable=False,
            )
        )
    with op.batch_alter_table("practice", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merged", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("merged_into_ref", sa.String(length=26), nullable=True))
        batch_op.create_index("ix_practice_merged_into_ref", ["merged_into_ref"], unique=False)
        batch_op.create_foreign_key("fk_practice_merged_into_ref_practice", "practice", ["merged_into_ref"], ["ref"])


def downgrade() -> None:
    with op.batch_alter_table("practice", schema=None) as batch_op:
        batch_op.drop_constraint("fk_practice_merged_into_ref_practice", type_="foreignkey")
        batch_op.drop_index("ix_practice_merged_into_ref")
        batch_op.drop_column("merged_into_ref")
        batch_op.drop_column("merged")
    with op.batch_alter_table("list_size", schema=None) as batch_op:
        batch_op.drop_column("source")
    op.drop_index("ix_branch_was_ref", table_name="branch")
    op.drop_index("ix_branch_practice_ref", table_name="branch")
    op.drop_table("branch")
