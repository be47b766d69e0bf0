"""Cards: a small table for each action, with the headings in its first column."""

import re
from dataclasses import replace

from pcf_desktop.importers.plans.columns import match_columns
from pcf_desktop.importers.plans.headers import header_at
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.refs import is_ref
from pcf_desktop.importers.plans.table import PrintedTable

_ACTION = re.compile(r"^action\b", re.IGNORECASE)


def is_card(table: PrintedTable) -> bool:
    """Return whether a table has its headings in the first of two columns, one action a table."""
    if table.width != 2 or len(table.rows) > len(PlanColumn):  # noqa: PLR2004 - a label and its value
        return False
    return bool(match_columns(_labels(table))) and header_at(table, 0) is None


def _labels(table: PrintedTable) -> list[str]:
    """Return the headings; *Action 3* beside the words of the action is one of *Action*."""
    labels = (table.text(row, 0).rstrip(" :") for row in range(len(table.rows)))
    return ["Action" if _numbers_action(label) else label for label in labels]


def _numbers_action(label: str) -> bool:
    return _ACTION.match(label) is not None and is_ref(label)


def turned(table: PrintedTable) -> PrintedTable:
    """Return a card with its columns as rows, and the ref out of *Action 3* as one of its own."""
    labels = _labels(table)
    values = [row[1] if len(row) > 1 else None for row in table.rows]
    printed = [table.text(row, 0).rstrip(" :") for row in range(len(table.rows))]
    refs = [label for label in printed if _numbers_action(label)]
    return replace(
        table,
        rows=[[*labels, *(["Ref"] if refs else [])], [*values, *refs[:1]]],
        merged={},
        fills={(column, row): fill for (row, column), fill in table.fills.items()},
    )
