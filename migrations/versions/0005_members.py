"""Share classes and members."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "member",
        sa.Column("folio", sa.Integer(), nullable=False),
        sa.Column("entered", sa.Date(), nullable=False),
        sa.Column("ceased", sa.Date(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_member_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_member"),
        sa.UniqueConstraint("folio", name="uq_member_folio"),
    )
    op.create_table(
        "share_class",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("nominal", sa.BigInteger(), nullable=False),
        sa.Column("votes_per_share", sa.Integer(), nullable=False),
        sa.Column("rights", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_share_class_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_share_class"),
        sa.UniqueConstraint("name", name="uq_share_class_name"),
    )
    op.create_table(
        "movement",
        sa.Column("member_ref", sa.String(length=26), nullable=False),
        sa.Column("share_class_ref", sa.String(length=26), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("shares", sa.Integer(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("other_ref", sa.String(length=26), nullable=True),
        sa.Column("instrument_received", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["member_ref"], ["member.ref"], name="fk_movement_member_ref_member"),
        sa.ForeignKeyConstraint(["other_ref"], ["member.ref"], name="fk_movement_other_ref_member"),
        sa.ForeignKeyConstraint(
            ["share_class_ref"], ["share_class.ref"], name="fk_movement_share_class_ref_share_class"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_movement"),
    )
    op.create_index("ix_movement_member_ref", "movement", ["member_ref"], unique=False)
    op.create_index("ix_movement_other_ref", "movement", ["other_ref"], unique=False)
    op.create_index("ix_movement_share_class_ref", "movement", ["share_class_ref"], unique=False)
    op.create_table(
        "nomination",
        sa.Column("member_ref", sa.String(length=26), nullable=False),
        sa.Column("practice_ref", sa.String(length=26), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_nomination_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["member_ref"], ["member.ref"], name="fk_nomination_member_ref_member"),
        sa.ForeignKeyConstraint(["practice_ref"], ["practice.ref"], name="fk_nomination_practice_ref_practice"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_nomination_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_nomination"),
    )
    op.create_index("ix_nomination_member_ref", "nomination", ["member_ref"], unique=False)
    op.create_index("ix_nomination_practice_ref", "nomination", ["practice_ref"], unique=False)
    op.create_table(
        "holder",
        sa.Column("member_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["member_ref"], ["member.ref"], name="fk_holder_member_ref_member"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_holder_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_holder"),
    )
    op.create_index("ix_holder_member_ref", "holder", ["member_ref"], unique=False)
    op.create_index("ix_holder_person_ref", "holder", ["person_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_holder_person_ref", table_name="holder")
    op.drop_index("ix_holder_member_ref", table_name="holder")
    op.drop_table("holder")
    op.drop_index("ix_nomination_practice_ref", table_name="nomination")
    op.drop_index("ix_nomination_member_ref", table_name="nomination")
    op.drop_table("nomination")
    op.drop_index("ix_movement_share_class_ref", table_name="movement")
    op.drop_index("ix_movement_other_ref", table_name="movement")
    op.drop_index("ix_movement_member_ref", table_name="movement")
    op.drop_table("movement")
    op.drop_table("share_class")
    op.drop_table("member")
