"""Rounds of declarations."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "round",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("opens", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("closed", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_round_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_round"),
    )
    part("asked", sa.Column("why", sa.String(), nullable=False))
    part(
        "reminder",
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("letter_ref", sa.String(length=26), nullable=True),
    )


def part(name: str, *columns: sa.Column) -> None:  # type: ignore[type-arg]
    op.create_table(
        name,
        sa.Column("round_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        *columns,
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["round_ref"], ["round.ref"], name=f"fk_{name}_round_ref_round"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name=f"fk_{name}_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name=f"pk_{name}"),
    )
    for column in ("round_ref", "person_ref"):
        op.create_index(f"ix_{name}_{column}", name, [column], unique=False)


def downgrade() -> None:
    for table in ("reminder", "asked", "round"):
        op.drop_table(table)
