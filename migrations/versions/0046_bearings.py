"""How a decision bears on earlier ones, what it is subject to, and what the log of decisions says besides."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

WORDS = ("rationale", "options_considered")


def upgrade() -> None:
    op.create_table(
        "decision_condition",
        sa.Column("decision_ref", sa.String(length=26), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("satisfied", sa.Date(), nullable=True),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["decision_ref"], ["decision.ref"], name="fk_decision_condition_decision_ref_decision"),
        sa.PrimaryKeyConstraint("ref", name="pk_decision_condition"),
    )
    op.create_index("ix_decision_condition_decision_ref", "decision_condition", ["decision_ref"], unique=False)
    op.create_table(
        "decision_bearing",
        sa.Column("decision_ref", sa.String(length=26), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("old_ref", sa.String(length=26), nullable=False),
        sa.Column("limbs", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["decision_ref"], ["decision.ref"], name="fk_decision_bearing_decision_ref_decision"),
        sa.ForeignKeyConstraint(["old_ref"], ["decision.ref"], name="fk_decision_bearing_old_ref_decision"),
        sa.PrimaryKeyConstraint("ref", name="pk_decision_bearing"),
    )
    for column in ("decision_ref", "old_ref"):
        op.create_index(f"ix_decision_bearing_{column}", "decision_bearing", [column], unique=False)
    op.execute(
        "INSERT INTO decision_bearing (decision_ref, how, old_ref, limbs, ref) "
        "SELECT ref, 'supersedes', supersedes_ref, '', ref FROM decision WHERE supersedes_ref IS NOT NULL"
    )
    op.drop_index("ix_decision_supersedes_ref", table_name="decision")
    with op.batch_alter_table("decision") as decision:
        decision.drop_constraint("fk_decision_supersedes_ref_decision", type_="foreignkey")
        decision.drop_column("supersedes_ref")
        for name in WORDS:
            decision.add_column(sa.Column(name, sa.String(), server_default="", nullable=False))
        decision.add_column(sa.Column("review_by", sa.Date(), nullable=True))
        decision.add_column(sa.Column("binds_members", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("decision") as decision:
        for name in (*WORDS, "review_by", "binds_members"):
            decision.drop_column(name)
        decision.add_column(sa.Column("supersedes_ref", sa.String(length=26), nullable=True))
        decision.create_foreign_key("fk_decision_supersedes_ref_decision", "decision", ["supersedes_ref"], ["ref"])
    op.create_index("ix_decision_supersedes_ref", "decision", ["supersedes_ref"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE decision DISABLE TRIGGER USER")  # the guards are made again when all is done
    op.execute(
        "UPDATE decision SET supersedes_ref = (SELECT old_ref FROM decision_bearing "
        "WHERE decision_bearing.ref = decision.ref AND how = 'supersedes' AND limbs = '')"
    )
    op.drop_table("decision_condition")
    op.drop_table("decision_bearing")
