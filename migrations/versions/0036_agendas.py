"""Agendas in versions, notice to each who must have it, and a body's order of business."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

ADDED = {
    "item": {
        "reference": sa.String(),
        "standing": sa.String(),
        "restricted": sa.String(),
        "resolution": sa.String(),
        "awaits_paper": sa.Boolean(),
        "time_wanted": sa.Integer(),
        "withdrawn": sa.Date(),
    },
    "agenda_paper": {"late": sa.Date()},
    "meeting": {
        "joining": sa.String(),
        "cancelled": sa.Date(),
        "cancelled_why": sa.String(),
        "adjourned_from_ref": sa.String(),
    },
}
MAY_BE_UNKNOWN = ("time_wanted", "withdrawn", "late", "cancelled", "adjourned_from_ref")


def upgrade() -> None:
    for table, columns in ADDED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name, kind in columns.items():
                batch_op.add_column(added(name, kind))
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_foreign_key("fk_meeting_adjourned_from_ref_meeting", "meeting", ["adjourned_from_ref"], ["ref"])
    op.create_index("ix_meeting_adjourned_from_ref", "meeting", ["adjourned_from_ref"], unique=False)
    part(
        "agenda_version",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("major", "minor", "of_rev")),
        sa.Column("published", sa.Date(), nullable=False),
    )
    part(
        "former_time",
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("on", "moved")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("begins", "place", "reason")),
    )
    part(
        "notice",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("capacity", "how", "agenda", "why")),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("sent", "given")),
        sa.Column("told_of", sa.Date(), nullable=False),
        to="person",
    )
    part("short_notice_consent", sa.Column("on", sa.Date(), nullable=False), to="member")
    part("waiver", sa.Column("on", sa.Date(), nullable=False), to="person")
    orders()


def added(name: str, kind: sa.types.TypeEngine) -> sa.Column:
    if name in MAY_BE_UNKNOWN:
        return sa.Column(name, kind, nullable=True)
    blank = sa.false() if isinstance(kind, sa.Boolean) else ""
    return sa.Column(name, kind, server_default=blank, nullable=False)


def part(name: str, *columns: sa.Column, to: str = "") -> None:
    """A table of parts of a meeting, each about another document if one is named."""
    links = ["meeting", to] if to else ["meeting"]
    op.create_table(
        name,
        *(sa.Column(f"{each}_ref", sa.String(), nullable=False) for each in links),
        *columns,
        sa.Column("ref", sa.String(length=26), nullable=False),
        *(
            sa.ForeignKeyConstraint([f"{each}_ref"], [f"{each}.ref"], name=f"fk_{name}_{each}_ref_{each}")
            for each in links
        ),
        sa.PrimaryKeyConstraint("ref", name=f"pk_{name}"),
    )
    for each in links:
        op.create_index(f"ix_{name}_{each}_ref", name, [f"{each}_ref"], unique=False)


def orders() -> None:
    op.create_table(
        "order_of_business",
        sa.Column("body_ref", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["body_ref"], ["body.ref"], name="fk_order_of_business_body_ref_body"),
        sa.ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            name="fk_order_of_business_ref_rev_ledger_entry",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_order_of_business"),
    )
    op.create_index("ix_order_of_business_body_ref", "order_of_business", ["body_ref"], unique=True)
    op.create_table(
        "standing_item",
        sa.Column("order_ref", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("title", "purpose", "standing")),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_ref"], ["order_of_business.ref"], name="fk_standing_item_order_ref_order_of_business"
        ),
        sa.PrimaryKeyConstraint("ref", name="pk_standing_item"),
    )
    op.create_index("ix_standing_item_order_ref", "standing_item", ["order_ref"], unique=False)


def downgrade() -> None:
    for table in ("standing_item", "order_of_business"):
        op.drop_table(table)
    for table in ("waiver", "short_notice_consent", "notice", "former_time", "agenda_version"):
        op.drop_table(table)
    op.drop_index("ix_meeting_adjourned_from_ref", table_name="meeting")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_constraint("fk_meeting_adjourned_from_ref_meeting", type_="foreignkey")
    for table, columns in ADDED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name in columns:
                batch_op.drop_column(name)
