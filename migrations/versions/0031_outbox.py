"""Letters by e-mail, as working papers."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letter",
        sa.Column("person_ref", sa.String(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("name", "address", "subject", "body", "secret")),
        sa.Column("about_ref", sa.String(length=26), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("written", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tried", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("failure", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_letter_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_letter"),
    )
    for column in ("person_ref", "about_ref", "state"):
        op.create_index(f"ix_letter_{column}", "letter", [column], unique=False)


def downgrade() -> None:
    op.drop_table("letter")
