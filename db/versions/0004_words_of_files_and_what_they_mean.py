"""What words of a file mean, what a question says of the family, and marks to know one again."""

import sqlalchemy as sa
from alembic import op

from pcf_desktop.records.base import Uid, UtcDateTime

revision = "0004"
down_revision = "0003"


def record(name: str, *columns: sa.schema.SchemaItem) -> None:
    """Make a table with what every record has: key, uid and stamps."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", Uid(), nullable=False),
        *columns,
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("made_on", Uid(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("changed_on", Uid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("uid", name=f"uq_{name}_uid"),
    )


def upgrade() -> None:
    op.add_column("forum", sa.Column("secret", sa.String(length=64), nullable=True))
    op.add_column("question", sa.Column("about", sa.String(length=60), nullable=True))
    record(
        "known_word",
        sa.Column("list_key", sa.String(length=60), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("meaning", sa.String(length=300), nullable=False),
        sa.UniqueConstraint("list_key", "words", name="uq_known_word_list_key_words"),
    )
    record(
        "family_mark",
        owner("family"),
        sa.Column("digest", sa.String(length=64), nullable=False),
        key("family_mark", "family", "CASCADE"),
        sa.UniqueConstraint("family_id", "digest", name="uq_family_mark_family_id_digest"),
    )
    record(
        "answer_meaning",
        owner("question"),
        sa.Column("option_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Double(), nullable=True),
        sa.Column("term_id", sa.Integer(), nullable=True),
        sa.Column("district", sa.String(length=300), nullable=True),
        key("answer_meaning", "question", "CASCADE"),
        key("answer_meaning", "option", "CASCADE"),
        key("answer_meaning", "term", "SET NULL"),
    )
    for table, owned in (
        ("family_mark", "family"),
        ("answer_meaning", "question"),
        ("answer_meaning", "option"),
        ("answer_meaning", "term"),
    ):
        op.create_index(f"ix_{table}_{owned}_id", table, [f"{owned}_id"])


def owner(owned: str) -> sa.Column[int]:
    """Return a column that says what a record of the table is part of."""
    return sa.Column(f"{owned}_id", sa.Integer(), nullable=False)


def key(table: str, owned: str, when_gone: str) -> sa.ForeignKeyConstraint:
    """Return the key to it, and what becomes of the record when it goes."""
    name = f"fk_{table}_{owned}_id_{owned}"
    return sa.ForeignKeyConstraint([f"{owned}_id"], [f"{owned}.id"], name=name, ondelete=when_gone)
