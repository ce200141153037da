"""Accounts, their grants and tokens; sign-ins and the access log."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "access",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_ref", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_access"),
    )
    op.create_index("ix_access_at", "access", ["at"], unique=False)
    op.create_table(
        "password",
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_ref", name="pk_password"),
    )
    op.create_table(
        "sign_in",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("hash", name="pk_sign_in"),
    )
    op.create_index("ix_sign_in_account_ref", "sign_in", ["account_ref"], unique=False)
    op.create_table(
        "token_secret",
        sa.Column("token_ref", sa.String(length=26), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("token_ref", name="pk_token_secret"),
        sa.UniqueConstraint("hash", name="uq_token_secret_hash"),
    )
    op.create_table(
        "account",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_account_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_account"),
        sa.UniqueConstraint("email", name="uq_account_email"),
    )
    op.create_table(
        "grant",
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_grant_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["account_ref"], ["account.ref"], name="fk_grant_account_ref_account"),
        sa.PrimaryKeyConstraint("ref", name="pk_grant"),
    )
    op.create_index("ix_grant_account_ref", "grant", ["account_ref"], unique=False)
    op.create_table(
        "token",
        sa.Column("account_ref", sa.String(length=26), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.CheckConstraint("until > since", name="ck_token_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["account_ref"], ["account.ref"], name="fk_token_account_ref_account"),
        sa.PrimaryKeyConstraint("ref", name="pk_token"),
    )
    op.create_index("ix_token_account_ref", "token", ["account_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_token_account_ref", table_name="token")
    op.drop_table("token")
    op.drop_index("ix_grant_account_ref", table_name="grant")
    op.drop_table("grant")
    op.drop_table("account")
    op.drop_table("token_secret")
    op.drop_index("ix_sign_in_account_ref", table_name="sign_in")
    op.drop_table("sign_in")
    op.drop_table("password")
    op.drop_index("ix_access_at", table_name="access")
    op.drop_table("access")
