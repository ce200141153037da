"""Who wrote a paper."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("agenda_paper", schema=None) as batch_op:
        batch_op.add_column(sa.Column("author_ref", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("author_named", sa.String(), nullable=False, server_default=""))
        batch_op.create_foreign_key("fk_agenda_paper_author_ref_person", "person", ["author_ref"], ["ref"])
    with op.batch_alter_table("agenda_paper", schema=None) as batch_op:
        batch_op.alter_column("author_named", server_default=None)
    op.create_index("ix_agenda_paper_author_ref", "agenda_paper", ["author_ref"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_agenda_paper_author_ref", table_name="agenda_paper")
    with op.batch_alter_table("agenda_paper", schema=None) as batch_op:
        batch_op.drop_constraint("fk_agenda_paper_author_ref_person", type_="foreignkey")
        batch_op.drop_column("author_named")
        batch_op.drop_column("author_ref")
