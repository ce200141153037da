"""To whom editions of packs went out."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edition_recipient",
        sa.Column("edition_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("sent", sa.Date(), nullable=False),
        sa.Column("letter_ref", sa.String(length=26), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["edition_ref"], ["edition.ref"], name="fk_edition_recipient_edition_ref_edition"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_edition_recipient_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_edition_recipient"),
    )
    for column in ("edition_ref", "person_ref"):
        op.create_index(f"ix_edition_recipient_{column}", "edition_recipient", [column], unique=False)


def downgrade() -> None:
    op.drop_table("edition_recipient")
