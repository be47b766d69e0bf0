"""The figures each issued pack told, the forum's own messages, and the base of a breakdown."""

import sqlalchemy as sa
from alembic import op

from pcf_desktop.records.base import Uid, UtcDateTime

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("pack", sa.Column("figures", sa.JSON(), nullable=True))
    op.add_column("pack", sa.Column("reason", sa.Text(), nullable=True))
    op.add_column(
        "forum", sa.Column("breakdown_base", sa.Integer(), nullable=False, server_default="10")
    )
    op.create_table(
        "own_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", Uid(), nullable=False),
        sa.Column("priority_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("made_on", Uid(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("changed_on", Uid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_own_message_priority_id_priority",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_own_message"),
        sa.UniqueConstraint("uid", name="uq_own_message_uid"),
        sa.UniqueConstraint("priority_id", name="uq_own_message_priority_id"),
    )
    op.create_index("ix_own_message_priority_id", "own_message", ["priority_id"])
