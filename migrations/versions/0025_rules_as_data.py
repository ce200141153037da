"""The rules of terms as data: what was told of quorum and of notice becomes the first of them."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

MOVED = (("quorum", "quorum", "Q", 1), ("notice_days", "notice", "N", 2))
"""Each column of before, the kind of rule that it becomes, what the rule's ref ends in, and its place."""


def upgrade() -> None:
    op.create_table(
        "provision",
        sa.Column("terms_ref", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("of", sa.Integer(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("over", sa.String(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["terms_ref"], ["terms.ref"], name="fk_provision_terms_ref_terms"),
        sa.PrimaryKeyConstraint("ref", name="pk_provision"),
    )
    op.create_index("ix_provision_terms_ref", "provision", ["terms_ref"], unique=False)
    for column, what, letter, place in MOVED:
        op.execute(
            f'INSERT INTO provision (terms_ref, place, what, number, who, matter, "over", clause, ref) '
            f"SELECT ref, {place}, '{what}', {column}, '', '', '', '', substr(ref, 1, 25) || '{letter}' "
            f"FROM terms WHERE {column} IS NOT NULL"
        )
    with op.batch_alter_table("terms", schema=None) as batch_op:
        for column, *_ in MOVED:
            batch_op.drop_column(column)


def downgrade() -> None:
    with op.batch_alter_table("terms", schema=None) as batch_op:
        for column, *_ in MOVED:
            batch_op.add_column(sa.Column(column, sa.Integer(), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE terms DISABLE TRIGGER USER")  # the guards are made again when all is done
    for column, what, *_ in MOVED:
        op.execute(
            f"UPDATE terms SET {column} = (SELECT number FROM provision WHERE provision.terms_ref = terms.ref "
            f"AND provision.what = '{what}' AND provision.\"of\" IS NULL)"
        )
    op.drop_index("ix_provision_terms_ref", table_name="provision")
    op.drop_table("provision")
