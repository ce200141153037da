"""Votes: questions put to the vote, who might vote, the ballots, and what was said from the floor."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vote",
        sa.Column("meeting_ref", sa.String(length=26), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("resolution", sa.String(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("procedural", sa.Boolean(), nullable=False),
        sa.Column("put_at", sa.String(), nullable=False),
        sa.Column("mover_ref", sa.String(length=26), nullable=True),
        sa.Column("seconder_ref", sa.String(length=26), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("at_least", sa.Boolean(), nullable=False),
        sa.Column("of_all", sa.Boolean(), nullable=False),
        sa.Column("counts_abstentions", sa.Boolean(), nullable=False),
        sa.Column("needed_for", sa.String(), nullable=False),
        sa.Column("needed_by", sa.String(), nullable=False),
        sa.Column("follows_ref", sa.String(length=26), nullable=True),
        sa.Column("demanded_in", sa.String(), nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("votes_for", sa.Integer(), nullable=True),
        sa.Column("votes_against", sa.Integer(), nullable=True),
        sa.Column("withheld", sa.Integer(), nullable=True),
        sa.Column("entitled", sa.Integer(), nullable=True),
        sa.Column("declared", sa.String(), nullable=False),
        sa.Column("casting", sa.String(), nullable=False),
        sa.Column("casting_by_ref", sa.String(length=26), nullable=True),
        sa.Column("withdrawn", sa.Date(), nullable=True),
        sa.Column("withdrawn_why", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["casting_by_ref"], ["person.ref"], name="fk_vote_casting_by_ref_person"),
        sa.ForeignKeyConstraint(["follows_ref"], ["vote.ref"], name="fk_vote_follows_ref_vote"),
        sa.ForeignKeyConstraint(["meeting_ref"], ["meeting.ref"], name="fk_vote_meeting_ref_meeting"),
        sa.ForeignKeyConstraint(["mover_ref"], ["person.ref"], name="fk_vote_mover_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_vote_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["seconder_ref"], ["person.ref"], name="fk_vote_seconder_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_vote"),
    )
    op.create_index("ix_vote_casting_by_ref", "vote", ["casting_by_ref"], unique=False)
    op.create_index("ix_vote_follows_ref", "vote", ["follows_ref"], unique=False)
    op.create_index("ix_vote_item_ref", "vote", ["item_ref"], unique=False)
    op.create_index("ix_vote_meeting_ref", "vote", ["meeting_ref"], unique=False)
    op.create_index("ix_vote_mover_ref", "vote", ["mover_ref"], unique=False)
    op.create_index("ix_vote_seconder_ref", "vote", ["seconder_ref"], unique=False)
    op.create_table(
        "vote_demander",
        sa.Column("vote_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_vote_demander_person_ref_person"),
        sa.ForeignKeyConstraint(["vote_ref"], ["vote.ref"], name="fk_vote_demander_vote_ref_vote"),
        sa.PrimaryKeyConstraint("ref", name="pk_vote_demander"),
    )
    op.create_index("ix_vote_demander_person_ref", "vote_demander", ["person_ref"], unique=False)
    op.create_index("ix_vote_demander_vote_ref", "vote_demander", ["vote_ref"], unique=False)
    op.create_table(
        "vote_entitlement",
        sa.Column("vote_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("of_ref", sa.String(), nullable=False),
        sa.Column("called", sa.String(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["vote_ref"], ["vote.ref"], name="fk_vote_entitlement_vote_ref_vote"),
        sa.PrimaryKeyConstraint("ref", name="pk_vote_entitlement"),
    )
    op.create_index("ix_vote_entitlement_vote_ref", "vote_entitlement", ["vote_ref"], unique=False)
    op.create_table(
        "vote_ballot",
        sa.Column("vote_ref", sa.String(length=26), nullable=False),
        sa.Column("entitlement_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("votes_for", sa.Integer(), nullable=False),
        sa.Column("votes_against", sa.Integer(), nullable=False),
        sa.Column("withheld", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_vote_ballot_person_ref_person"),
        sa.ForeignKeyConstraint(["vote_ref"], ["vote.ref"], name="fk_vote_ballot_vote_ref_vote"),
        sa.PrimaryKeyConstraint("ref", name="pk_vote_ballot"),
    )
    op.create_index("ix_vote_ballot_person_ref", "vote_ballot", ["person_ref"], unique=False)
    op.create_index("ix_vote_ballot_vote_ref", "vote_ballot", ["vote_ref"], unique=False)
    op.create_table(
        "vote_amendment",
        sa.Column("vote_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("mover_ref", sa.String(length=26), nullable=False),
        sa.Column("noticed", sa.DateTime(timezone=True), nullable=True),
        sa.Column("late_allowed", sa.Boolean(), nullable=False),
        sa.Column("alters_scope", sa.Boolean(), nullable=False),
        sa.Column("slip", sa.Boolean(), nullable=False),
        sa.Column("carried", sa.Boolean(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["mover_ref"], ["person.ref"], name="fk_vote_amendment_mover_ref_person"),
        sa.ForeignKeyConstraint(["vote_ref"], ["vote.ref"], name="fk_vote_amendment_vote_ref_vote"),
        sa.PrimaryKeyConstraint("ref", name="pk_vote_amendment"),
    )
    op.create_index("ix_vote_amendment_mover_ref", "vote_amendment", ["mover_ref"], unique=False)
    op.create_index("ix_vote_amendment_vote_ref", "vote_amendment", ["vote_ref"], unique=False)
    op.create_table(
        "vote_objection",
        sa.Column("vote_ref", sa.String(length=26), nullable=False),
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("upheld", sa.Boolean(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_vote_objection_person_ref_person"),
        sa.ForeignKeyConstraint(["vote_ref"], ["vote.ref"], name="fk_vote_objection_vote_ref_vote"),
        sa.PrimaryKeyConstraint("ref", name="pk_vote_objection"),
    )
    op.create_index("ix_vote_objection_person_ref", "vote_objection", ["person_ref"], unique=False)
    op.create_index("ix_vote_objection_vote_ref", "vote_objection", ["vote_ref"], unique=False)


def downgrade() -> None:
    op.drop_table("vote_objection")
    op.drop_table("vote_amendment")
    op.drop_table("vote_ballot")
    op.drop_table("vote_entitlement")
    op.drop_table("vote_demander")
    op.drop_table("vote")
