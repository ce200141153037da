"""By whom a paper was signed, and when its bytes were let go of and why."""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None

WORDS = ("signer", "certificate", "let_go_why")


def upgrade() -> None:
    with op.batch_alter_table("print") as paper:
        for name in WORDS:
            paper.add_column(sa.Column(name, sa.String(), server_default="", nullable=False))
        paper.add_column(sa.Column("let_go", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("print") as paper:
        for name in (*WORDS, "let_go"):
            paper.drop_column(name)
