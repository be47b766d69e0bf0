"""A mark of the full time of a response of which the day alone is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("response", sa.Column("time_mark", sa.String(length=64), nullable=True))
