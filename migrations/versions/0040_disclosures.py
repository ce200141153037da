"""Directors' notices of their interests, and what they declare at meetings."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    document(
        "interest_notice",
        {"person_ref": "person", "given_at_ref": "meeting", "read_at_ref": "meeting"},
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("organisation_ref", sa.String(), nullable=True),
        sa.Column("transaction", sa.String(), nullable=False, quote=True),
        sa.Column("entered", sa.Date(), nullable=True),
        sa.Column("arose", sa.Date(), nullable=True),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("extent", sa.String(), nullable=False),
        sa.Column("given_at_ref", sa.String(), nullable=True),
        sa.Column("read_at_ref", sa.String(), nullable=True),
        sa.Column("read_item_ref", sa.String(), nullable=True),
        sa.Column("earlier_ref", sa.String(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.CheckConstraint("until > since", name="ck_interest_notice_ends_after_it_starts"),
    )
    document(
        "disclosure",
        {
            "meeting_ref": "meeting",
            "person_ref": "person",
            "notice_ref": "interest_notice",
        },
        sa.Column("meeting_ref", sa.String(), nullable=False),
        sa.Column("item_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("entered", sa.Date(), nullable=True),
        sa.Column("arose", sa.Date(), nullable=True),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("extent", sa.String(), nullable=False),
        sa.Column("notice_ref", sa.String(), nullable=True),
        sa.Column("earlier_ref", sa.String(), nullable=True),
    )


def document(name: str, links: dict[str, str], *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        *columns,
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.ref"], name=f"fk_{name}_{column}_{to}")
            for column, to in links.items()
        ),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name=f"fk_{name}_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name=f"pk_{name}"),
    )
    for column in links:
        op.create_index(f"ix_{name}_{column}", name, [column], unique=False)


def downgrade() -> None:
    op.drop_table("disclosure")
    op.drop_table("interest_notice")
