"""Every row of a forum that undo answers for, to compare before and after."""

from sqlalchemy import select

from pcf_desktop.records import Base
from pcf_desktop.services.priorities import priorities
from pcf_desktop.workspace import Workspace
from pcf_desktop.workspace.workspace import NEVER_TAKEN_BACK

Rows = dict[str, list[tuple[object, ...]]]


def rows(workspace: Workspace) -> Rows:
    """Return every row by the name of its table."""
    tables = [table for table in Base.metadata.sorted_tables if table not in NEVER_TAKEN_BACK]
    with workspace.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in tables
        }


def key_of(workspace: Workspace, title: str) -> int:
    """Return the id of a priority."""
    with workspace.read() as session:
        return next(each.id for each in priorities.choices(session) if each.title == title)
