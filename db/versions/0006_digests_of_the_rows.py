"""Sums of the rows' digests, by which an old page that was put back is known."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "part_digest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tbl", sa.String(length=60), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("digest", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_part_digest"),
        sa.UniqueConstraint("tbl", "part", name="uq_part_digest_tbl_part"),
    )
