"""What is done in the background."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "errand",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("account_ref", sa.String(length=26), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent", sa.DateTime(timezone=True), nullable=False),
        sa.Column("began", sa.DateTime(timezone=True), nullable=True),
        sa.Column("heard", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("failure", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.PrimaryKeyConstraint("ref", name="pk_errand"),
    )
    op.create_index("ix_errand_key", "errand", ["key"])
    op.create_index("ix_errand_state", "errand", ["state"])
    waiting = sa.text("state = 'waiting'")
    op.create_index(
        "ix_errand_waiting", "errand", ["kind", "key"], unique=True, sqlite_where=waiting, postgresql_where=waiting
    )
    op.create_table(
        "errand_asker",
        sa.Column("errand_ref", sa.String(length=26), nullable=False),
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["errand_ref"], ["errand.ref"], name="fk_errand_asker_errand_ref_errand", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("errand_ref", "account_ref", name="pk_errand_asker"),
    )


def downgrade() -> None:
    op.drop_table("errand_asker")
    op.drop_table("errand")
