"""What a comment said in its file."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("feedback", sa.Column("came_as", sa.String(length=64), nullable=True))
