"""The figures each issued pack told, and the base below which nothing is broken down."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("pack", sa.Column("figures", sa.JSON(), nullable=True))
    op.add_column("pack", sa.Column("reason", sa.Text(), nullable=True))
    op.add_column(
        "forum", sa.Column("breakdown_base", sa.Integer(), nullable=False, server_default="10")
    )
