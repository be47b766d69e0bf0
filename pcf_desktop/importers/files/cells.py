"""What a cell of any table file may hold."""

from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | None
"""A value as the file holds it. Blank is None; in rows straight from a file also ''."""


def is_blank(cell: Cell) -> bool:
    """Return whether nothing stands in the cell, or only white space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_text(cell: Cell) -> str:
    """Return the cell as a person would write it; whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)


def whole(cell: Cell) -> Cell:
    """Return 3 for 3.0, and None for a blank text; workbooks keep every number as a float."""
    if type(cell) is float and cell.is_integer():
        return int(cell)
    if isinstance(cell, str) and not cell.strip():
        return None
    return cell
