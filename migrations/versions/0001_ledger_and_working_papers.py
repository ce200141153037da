"""The ledger, frozen for ever, and the working papers that stand outside it."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answered",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("request_hash", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answered"),
        sa.UniqueConstraint("account_ref", "key", name="uq_answered_account_ref_key"),
    )
    op.create_table(
        "kept_file",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_kept_file"),
    )
    op.create_table(
        "ledger_entry",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("act", sa.String(length=80), nullable=False),
        sa.Column("because", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("op", sa.String(length=8), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(length=26), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("body_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("leaf", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_ledger_entry"),
        sa.UniqueConstraint("ref", "rev", name="uq_ledger_entry_ref_rev"),
    )
    op.create_index("ix_ledger_entry_because", "ledger_entry", ["because"], unique=False)
    op.create_index("ix_ledger_entry_first", "ledger_entry", ["first"], unique=False)
    op.create_index("ix_ledger_entry_kind_ledger_entry_seq", "ledger_entry", ["kind", "seq"], unique=False)
    op.create_index("ix_ledger_entry_recorded_ledger_entry_seq", "ledger_entry", ["recorded", "seq"], unique=False)
    op.create_index("ix_ledger_entry_ref_ledger_entry_seq", "ledger_entry", ["ref", "seq"], unique=False)
    op.create_table(
        "ledger_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("frontier", sa.LargeBinary(), nullable=False),
        sa.Column("root", sa.LargeBinary(length=32), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_head"),
    )

    head = sa.table("ledger_head", *(sa.column(name) for name in ("id", "size", "frontier", "root", "recorded")))
    op.bulk_insert(head, [{"id": 1, "size": 0, "frontier": b"", "root": sha256(b"").digest(), "recorded": 0}])


def downgrade() -> None:
    op.drop_table("ledger_head")
    op.drop_index("ix_ledger_entry_ref_ledger_entry_seq", table_name="ledger_entry")
    op.drop_index("ix_ledger_entry_recorded_ledger_entry_seq", table_name="ledger_entry")
    op.drop_index("ix_ledger_entry_kind_ledger_entry_seq", table_name="ledger_entry")
    op.drop_index("ix_ledger_entry_first", table_name="ledger_entry")
    op.drop_index("ix_ledger_entry_because", table_name="ledger_entry")
    op.drop_table("ledger_entry")
    op.drop_table("kept_file")
    op.drop_table("answered")
