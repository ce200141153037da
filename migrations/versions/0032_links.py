"""Signed links, as working papers."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "link",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("about_ref", sa.String(length=26), nullable=True),
        sa.Column("issued", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("used", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_link_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_link"),
        sa.UniqueConstraint("hash", name="uq_link_hash"),
    )
    for column in ("person_ref", "about_ref"):
        op.create_index(f"ix_link_{column}", "link", [column], unique=False)


def downgrade() -> None:
    op.drop_table("link")
