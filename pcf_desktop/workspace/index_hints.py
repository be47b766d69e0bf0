"""Index hints for SQLite: its planner looks into a table by its key even where an index has it all.

A query says `.with_hint(Feedback, "INDEXED BY ix_feedback_voice", "sqlite")`; SQLAlchemy itself
writes such hints for other databases only, which do not see this one.
"""

from sqlalchemy import FromClause
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from typing_extensions import override


class HintingCompiler(SQLiteCompiler):
    """Writes a table's hint behind its name."""

    @override
    def get_from_hint_text(self, table: FromClause, text: str | None) -> str | None:
        return text
