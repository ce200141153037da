"""Recruitment to seats, and candidates as working papers."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "recruitment",
        sa.Column("seat_ref", sa.String(), nullable=False),
        sa.Column("opened", sa.Date(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("closes", sa.Date(), nullable=True),
        sa.Column("closed", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("appointed_ref", sa.String(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["seat_ref"], ["seat.ref"], name="fk_recruitment_seat_ref_seat"),
        sa.ForeignKeyConstraint(["appointed_ref"], ["person.ref"], name="fk_recruitment_appointed_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_recruitment_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_recruitment"),
    )
    for column in ("seat_ref", "appointed_ref"):
        op.create_index(f"ix_recruitment_{column}", "recruitment", [column], unique=False)
    part(
        "stage",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("candidates", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
    )
    part(
        "panel_member",
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("conflict", sa.String(), nullable=False),
        sa.Column("handled", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_panel_member_person_ref_person"),
    )
    op.create_index("ix_panel_member_person_ref", "panel_member", ["person_ref"], unique=False)
    part(
        "recruitment_paper",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
    )
    op.create_table(
        "candidate",
        sa.Column("recruitment_ref", sa.String(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("name", "contact", "statement", "standing", "notes")
        ),
        sa.Column("written_by_ref", sa.String(length=26), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["recruitment_ref"], ["recruitment.ref"], name="fk_candidate_recruitment_ref_recruitment"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_candidate"),
    )
    op.create_index("ix_candidate_recruitment_ref", "candidate", ["recruitment_ref"], unique=False)


def part(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("recruitment_ref", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        *columns,
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["recruitment_ref"], ["recruitment.ref"], name=f"fk_{name}_recruitment_ref_recruitment"
        ),
        sa.PrimaryKeyConstraint("ref", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_recruitment_ref", name, ["recruitment_ref"], unique=False)


def downgrade() -> None:
    for table in ("candidate", "recruitment_paper", "panel_member", "stage", "recruitment"):
        op.drop_table(table)
