"""Terms as they were circulated, amended, adopted and signed; drafts as working papers; comments."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

WORDS = ("owner", "circulated_to", "amendments")
DAYS = ("circulated", "comments_by", "amended", "adopted", "withdrawn")
FACTS = ("signed", "signed_name")
LINKS = (("amends_ref", "terms"), ("mover_ref", "person"))


def upgrade() -> None:
    with op.batch_alter_table("terms", schema=None) as batch_op:
        for column in WORDS:
            batch_op.add_column(sa.Column(column, sa.String(), server_default="", nullable=False))
        for column in DAYS:
            batch_op.add_column(sa.Column(column, sa.Date(), nullable=True))
        for column in (*FACTS, *(column for column, _ in LINKS)):
            batch_op.add_column(sa.Column(column, sa.String(), nullable=True))
        for column, table in LINKS:
            batch_op.create_foreign_key(f"fk_terms_{column}_{table}", table, [column], ["ref"])
            batch_op.create_index(f"ix_terms_{column}", [column], unique=False)
    _make_drafts()
    _make_comments()


def _make_drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("body_ref", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("circulated_ref", sa.String(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("boxes", sa.JSON(), nullable=False),
        sa.Column("desks", sa.JSON(), nullable=False),
        sa.Column("saved_by_ref", sa.String(length=26), nullable=False),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["body_ref"], ["body.ref"], name="fk_draft_body_ref_body"),
        sa.ForeignKeyConstraint(["circulated_ref"], ["terms.ref"], name="fk_draft_circulated_ref_terms"),
        sa.PrimaryKeyConstraint("ref", name="pk_draft"),
    )
    for column in ("body_ref", "circulated_ref"):
        op.create_index(f"ix_draft_{column}", "draft", [column], unique=False)
    op.create_table(
        "draft_wording",
        sa.Column("draft_ref", sa.String(), nullable=False),
        sa.Column("box", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["draft_ref"], ["draft.ref"], name="fk_draft_wording_draft_ref_draft"),
        sa.PrimaryKeyConstraint("ref", name="pk_draft_wording"),
    )
    op.create_index("ix_draft_wording_draft_ref", "draft_wording", ["draft_ref"], unique=False)


def _make_comments() -> None:
    op.create_table(
        "comment",
        sa.Column("terms_ref", sa.String(), nullable=False),
        sa.Column("account_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["terms_ref"], ["terms.ref"], name="fk_comment_terms_ref_terms"),
        sa.ForeignKeyConstraint(["account_ref"], ["account.ref"], name="fk_comment_account_ref_account"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_comment_person_ref_person"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_comment_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_comment"),
    )
    for column in ("terms_ref", "account_ref", "person_ref"):
        op.create_index(f"ix_comment_{column}", "comment", [column], unique=False)


def downgrade() -> None:
    for table in ("comment", "draft_wording", "draft"):
        op.drop_table(table)
    with op.batch_alter_table("terms", schema=None) as batch_op:
        for column, table in LINKS:
            batch_op.drop_index(f"ix_terms_{column}")
            batch_op.drop_constraint(f"fk_terms_{column}_{table}", type_="foreignkey")
        for column in (*WORDS, *DAYS, *FACTS, *(column for column, _ in LINKS)):
            batch_op.drop_column(column)
