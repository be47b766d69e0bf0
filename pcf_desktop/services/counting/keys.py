"""Many ids at once: a list of everything costs what the database costs, and little more.

100,000 rows are taken from the driver as the plain tuples they are: made into result rows, they
would take longer than the query itself.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.orm import Session


def fetch(session: Session, query: Executable) -> list[int]:
    """Return the first column of a query for ids."""
    return [row[0] for row in rows(session, query)]


def rows(session: Session, query: Executable) -> Sequence[Any]:
    """Return the rows of a query as the driver gives them: numbers, texts and None."""
    session.flush()
    return session.connection().execute(query).cursor.fetchall()
