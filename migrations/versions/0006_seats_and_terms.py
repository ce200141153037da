"""Seats, and the terms that bodies work under."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "seat",
        sa.Column("body_ref", sa.String(length=26), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("director", sa.Boolean(), nullable=False),
        sa.Column("constituency_ref", sa.String(length=26), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_seat_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["body_ref"], ["body.ref"], name="fk_seat_body_ref_body"),
        sa.ForeignKeyConstraint(["constituency_ref"], ["body.ref"], name="fk_seat_constituency_ref_body"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_seat_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_seat"),
    )
    op.create_index("ix_seat_body_ref", "seat", ["body_ref"], unique=False)
    op.create_index("ix_seat_constituency_ref", "seat", ["constituency_ref"], unique=False)
    op.create_table(
        "terms",
        sa.Column("body_ref", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("supersedes_ref", sa.String(length=26), nullable=True),
        sa.Column("quorum", sa.Integer(), nullable=True),
        sa.Column("notice_days", sa.Integer(), nullable=True),
        sa.Column("review_due", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["body_ref"], ["body.ref"], name="fk_terms_body_ref_body"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_terms_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["supersedes_ref"], ["terms.ref"], name="fk_terms_supersedes_ref_terms"),
        sa.PrimaryKeyConstraint("ref", name="pk_terms"),
        sa.UniqueConstraint("body_ref", "kind", "version", name="uq_terms_body_ref_kind_version"),
    )
    op.create_index("ix_terms_body_ref", "terms", ["body_ref"], unique=False)
    op.create_index("ix_terms_supersedes_ref", "terms", ["supersedes_ref"], unique=False)
    op.create_table(
        "appointment",
        sa.Column("seat_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("ended", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_appointment_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_appointment_person_ref_person"),
        sa.ForeignKeyConstraint(["seat_ref"], ["seat.ref"], name="fk_appointment_seat_ref_seat"),
        sa.PrimaryKeyConstraint("ref", name="pk_appointment"),
    )
    op.create_index("ix_appointment_person_ref", "appointment", ["person_ref"], unique=False)
    op.create_index("ix_appointment_seat_ref", "appointment", ["seat_ref"], unique=False)
    op.create_table(
        "section",
        sa.Column("terms_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["terms_ref"], ["terms.ref"], name="fk_section_terms_ref_terms"),
        sa.PrimaryKeyConstraint("ref", name="pk_section"),
    )
    op.create_index("ix_section_terms_ref", "section", ["terms_ref"], unique=False)
    op.create_table(
        "terms_member",
        sa.Column("terms_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("practice_ref", sa.String(length=26), nullable=True),
        sa.Column("person_ref", sa.String(length=26), nullable=True),
        sa.Column("responsibility", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_terms_member_person_ref_person"),
        sa.ForeignKeyConstraint(["practice_ref"], ["practice.ref"], name="fk_terms_member_practice_ref_practice"),
        sa.ForeignKeyConstraint(["terms_ref"], ["terms.ref"], name="fk_terms_member_terms_ref_terms"),
        sa.PrimaryKeyConstraint("ref", name="pk_terms_member"),
    )
    op.create_index("ix_terms_member_person_ref", "terms_member", ["person_ref"], unique=False)
    op.create_index("ix_terms_member_practice_ref", "terms_member", ["practice_ref"], unique=False)
    op.create_index("ix_terms_member_terms_ref", "terms_member", ["terms_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_terms_member_terms_ref", table_name="terms_member")
    op.drop_index("ix_terms_member_practice_ref", table_name="terms_member")
    op.drop_index("ix_terms_member_person_ref", table_name="terms_member")
    op.drop_table("terms_member")
    op.drop_index("ix_section_terms_ref", table_name="section")
    op.drop_table("section")
    op.drop_index("ix_appointment_seat_ref", table_name="appointment")
    op.drop_index("ix_appointment_person_ref", table_name="appointment")
    op.drop_table("appointment")
    op.drop_index("ix_terms_supersedes_ref", table_name="terms")
    op.drop_index("ix_terms_body_ref", table_name="terms")
    op.drop_table("terms")
    op.drop_index("ix_seat_constituency_ref", table_name="seat")
    op.drop_index("ix_seat_body_ref", table_name="seat")
    op.drop_table("seat")
