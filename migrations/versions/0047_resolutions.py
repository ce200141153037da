"""Resolutions taken without a meeting: who may agree, their copies and their answers; and drafts of them."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

LINKS = (
    ("resolution", "body_ref"),
    ("resolution", "decision_ref"),
    ("resolution_proposer", "resolution_ref"),
    ("resolution_proposer", "member_ref"),
    ("resolution_eligible", "resolution_ref"),
    ("resolution_eligible", "person_ref"),
    ("resolution_eligible", "member_ref"),
    ("resolution_copy", "resolution_ref"),
    ("resolution_copy", "person_ref"),
    ("resolution_answer", "resolution_ref"),
)


def _names(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{of}.ref"], name=f"fk_{table}_{column}_{of}")


def upgrade() -> None:
    op.create_table(
        "resolution",
        sa.Column("body_ref", sa.String(), nullable=False),
        sa.Column("passes_as", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("takes_effect", sa.Date(), nullable=True),
        sa.Column("circulated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("lapses_by", sa.String(), nullable=False),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_because", sa.String(), nullable=False),
        sa.Column("decision_ref", sa.String(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        _names("resolution", "body_ref", "body"),
        _names("resolution", "decision_ref", "decision"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_resolution_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_resolution"),
    )
    op.create_table(
        "resolution_proposer",
        sa.Column("resolution_ref", sa.String(), nullable=False),
        sa.Column("member_ref", sa.String(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        _names("resolution_proposer", "resolution_ref", "resolution"),
        _names("resolution_proposer", "member_ref", "member"),
        sa.PrimaryKeyConstraint("ref", name="pk_resolution_proposer"),
    )
    op.create_table(
        "resolution_eligible",
        sa.Column("resolution_ref", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("member_ref", sa.String(), nullable=True),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("kept_out", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        _names("resolution_eligible", "resolution_ref", "resolution"),
        _names("resolution_eligible", "person_ref", "person"),
        _names("resolution_eligible", "member_ref", "member"),
        sa.PrimaryKeyConstraint("ref", name="pk_resolution_eligible"),
    )
    op.create_table(
        "resolution_copy",
        sa.Column("resolution_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("sent", sa.DateTime(timezone=True), nullable=False),
        sa.Column("as_auditor", sa.Boolean(), nullable=False),
        sa.Column("letter_ref", sa.String(length=26), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        _names("resolution_copy", "resolution_ref", "resolution"),
        _names("resolution_copy", "person_ref", "person"),
        sa.PrimaryKeyConstraint("ref", name="pk_resolution_copy"),
    )
    op.create_table(
        "resolution_answer",
        sa.Column("resolution_ref", sa.String(), nullable=False),
        sa.Column("eligible_ref", sa.String(length=26), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        _names("resolution_answer", "resolution_ref", "resolution"),
        sa.PrimaryKeyConstraint("ref", name="pk_resolution_answer"),
    )
    op.create_table(
        "resolution_draft",
        sa.Column("boxes", sa.JSON(), nullable=False),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by_ref", sa.String(length=26), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.PrimaryKeyConstraint("ref", name="pk_resolution_draft"),
    )
    for table, column in LINKS:
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)


def downgrade() -> None:
    parts = ("resolution_answer", "resolution_copy", "resolution_eligible", "resolution_proposer")
    for table in ("resolution_draft", *parts, "resolution"):
        op.drop_table(table)
