"""Seats with their terms, shared or held by virtue of another, and how those who sit in them came there."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

LINKS = (("appointed_by_ref", "body"), ("ex_officio_ref", "seat"))


def upgrade() -> None:
    with op.batch_alter_table("seat", schema=None) as batch_op:
        for column, table in LINKS:
            batch_op.add_column(sa.Column(column, sa.String(), nullable=True))
            batch_op.create_foreign_key(f"fk_seat_{column}_{table}", table, [column], ["ref"])
            batch_op.create_index(f"ix_seat_{column}", [column], unique=False)
        for column in ("term_months", "most_terms"):
            batch_op.add_column(sa.Column(column, sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("requirements", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("carries_over", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("holders", sa.Integer(), server_default="1", nullable=False))
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("term_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("how", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("capacity", sa.String(), server_default="in full", nullable=False))
    op.create_table(
        "seat_voter",
        sa.Column("seat_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_seat_voter_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["seat_ref"], ["seat.ref"], name="fk_seat_voter_seat_ref_seat"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_seat_voter_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_seat_voter"),
    )
    for column in ("seat_ref", "person_ref"):
        op.create_index(f"ix_seat_voter_{column}", "seat_voter", [column], unique=False)


def downgrade() -> None:
    op.drop_table("seat_voter")
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        for column in ("capacity", "how", "term_until"):
            batch_op.drop_column(column)
    with op.batch_alter_table("seat", schema=None) as batch_op:
        for column, table in LINKS:
            batch_op.drop_index(f"ix_seat_{column}")
            batch_op.drop_constraint(f"fk_seat_{column}_{table}", type_="foreignkey")
            batch_op.drop_column(column)
        for column in ("holders", "carries_over", "requirements", "most_terms", "term_months"):
            batch_op.drop_column(column)
