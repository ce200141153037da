"""People and practices."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "loaded",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_loaded_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_loaded"),
    )
    op.create_index("ix_loaded_what", "loaded", ["what"], unique=False)
    op.create_table(
        "practice",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("opened", sa.Date(), nullable=True),
        sa.Column("closed", sa.Date(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_practice_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_practice"),
        sa.UniqueConstraint("code", name="uq_practice_code"),
    )
    op.create_table(
        "list_size",
        sa.Column("practice_ref", sa.String(length=26), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("patients", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["practice_ref"], ["practice.ref"], name="fk_list_size_practice_ref_practice"),
        sa.PrimaryKeyConstraint("ref", name="pk_list_size"),
        sa.UniqueConstraint("practice_ref", "on", name="uq_list_size_practice_ref_on"),
    )
    op.create_index("ix_list_size_practice_ref", "list_size", ["practice_ref"], unique=False)
    op.create_table(
        "particular",
        sa.Column("practice_ref", sa.String(length=26), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("known_by", sa.Date(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_particular_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["practice_ref"], ["practice.ref"], name="fk_particular_practice_ref_practice"),
        sa.PrimaryKeyConstraint("ref", name="pk_particular"),
    )
    op.create_index("ix_particular_practice_ref", "particular", ["practice_ref"], unique=False)
    op.create_table(
        "person",
        sa.Column("born", sa.Date(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("account_ref", sa.String(length=26), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["account_ref"], ["account.ref"], name="fk_person_account_ref_account"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_person_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_person"),
    )
    op.create_index("ix_person_account_ref", "person", ["account_ref"], unique=True)
    op.create_table(
        "person_name",
        sa.Column("person_ref", sa.String(length=26), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("forenames", sa.String(), nullable=False),
        sa.Column("surname", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_person_name_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["person_ref"], ["person.ref"], name="fk_person_name_person_ref_person"),
        sa.PrimaryKeyConstraint("ref", name="pk_person_name"),
    )
    op.create_index("ix_person_name_person_ref", "person_name", ["person_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_person_name_person_ref", table_name="person_name")
    op.drop_table("person_name")
    op.drop_index("ix_person_account_ref", table_name="person")
    op.drop_table("person")
    op.drop_index("ix_particular_practice_ref", table_name="particular")
    op.drop_table("particular")
    op.drop_index("ix_list_size_practice_ref", table_name="list_size")
    op.drop_table("list_size")
    op.drop_table("practice")
    op.drop_index("ix_loaded_what", table_name="loaded")
    op.drop_table("loaded")
