"""How packs are made up, by the body or for one meeting."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "make_up",
        sa.Column("body_ref", sa.String(length=26), nullable=True),
        sa.Column("meeting_ref", sa.String(length=26), nullable=True),
        sa.Column("starts_on_right", sa.Boolean(), nullable=False),
        sa.Column("names_reader", sa.Boolean(), nullable=False),
        sa.Column("tells_who_opened", sa.Boolean(), nullable=False),
        sa.Column("decision_ref", sa.String(length=26), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("(body_ref IS NULL) <> (meeting_ref IS NULL)", name="ck_make_up_of_one"),
        sa.ForeignKeyConstraint(["body_ref"], ["body.ref"], name="fk_make_up_body_ref_body"),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_make_up_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["decision_ref"], ["decision.ref"], name="fk_make_up_decision_ref_decision"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_make_up_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_make_up"),
    )
    op.create_index("ix_make_up_body_ref", "make_up", ["body_ref"], unique=True)
    op.create_index("ix_make_up_meeting_ref", "make_up", ["meeting_ref"], unique=True)
    op.create_index("ix_make_up_decision_ref", "make_up", ["decision_ref"], unique=False)
    op.create_table(
        "pack_section",
        sa.Column("make_up_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["make_up_ref"], ["make_up.ref"], name="fk_pack_section_make_up_ref_make_up"),
        sa.PrimaryKeyConstraint("ref", name="pk_pack_section"),
    )
    op.create_index("ix_pack_section_make_up_ref", "pack_section", ["make_up_ref"], unique=False)


def downgrade() -> None:
    op.drop_table("pack_section")
    op.drop_table("make_up")
