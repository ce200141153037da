"""Meetings and declared interests."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meeting",
        sa.Column("body_ref", sa.String(length=26), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("begins", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("notice_given", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["body_ref"], ["body.ref"], name="fk_meeting_body_ref_body"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_meeting_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_meeting"),
    )
    op.create_index("ix_meeting_body_ref", "meeting", ["body_ref"], unique=False)
    op.create_table(
        "agenda_paper",
        sa.Column("meeting_ref", sa.String(length=26), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_agenda_paper_meeting_ref_meeting"),
        sa.PrimaryKeyConstraint("ref", name="pk_agenda_paper"),
    )
    op.create_index("ix_agenda_paper_meeting_ref", "agenda_paper", ["meeting_ref"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("meeting_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=True),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_attendance_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_attendance_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_attendance"),
    )
    op.create_index("ix_attendance_meeting_ref", "attendance", ["meeting_ref"], unique=False)
    op.create_index("ix_attendance_person_ref", "attendance", ["person_ref"], unique=False)
    op.create_table(
        "confirmation",
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("nothing", sa.Boolean(), nullable=False, quote=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_confirmation_person_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_confirmation_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_confirmation"),
    )
    op.create_index("ix_confirmation_person_ref", "confirmation", ["person_ref"], unique=False)
    op.create_table(
        "interest",
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("organisation_ref", sa.String(), nullable=True),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("private_reason", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_interest_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_interest_person_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_interest_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_interest"),
    )
    op.create_index("ix_interest_person_ref", "interest", ["person_ref"], unique=False)
    op.create_table(
        "item",
        sa.Column("meeting_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("presenter_ref", sa.String(length=26), nullable=True),
        sa.Column("proposed", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_item_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["presenter_ref"], ["person.ref"], name="fk_item_presenter_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_item"),
    )
    op.create_index("ix_item_meeting_ref", "item", ["meeting_ref"], unique=False)
    op.create_index("ix_item_presenter_ref", "item", ["presenter_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_item_presenter_ref", table_name="item")
    op.drop_index("ix_item_meeting_ref", table_name="item")
    op.drop_table("item")
    op.drop_index("ix_interest_person_ref", table_name="interest")
    op.drop_table("interest")
    op.drop_index("ix_confirmation_person_ref", table_name="confirmation")
    op.drop_table("confirmation")
    op.drop_index("ix_attendance_person_ref", table_name="attendance")
    op.drop_index("ix_attendance_meeting_ref", table_name="attendance")
    op.drop_table("attendance")
    op.drop_index("ix_agenda_paper_meeting_ref", table_name="agenda_paper")
    op.drop_table("agenda_paper")
    op.drop_index("ix_meeting_body_ref", table_name="meeting")
    op.drop_table("meeting")
