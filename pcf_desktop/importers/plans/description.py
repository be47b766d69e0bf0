"""A plan as values that JSON can hold; every action and table has the same keys."""

from pcf_desktop.importers.plans.plan import DATES, PlanAction, PlanColumn, PlanRead, PlanTable, Rag

_APART = DATES | {PlanColumn.REF, PlanColumn.RAG}
_TEXTS = tuple(column for column in PlanColumn if column not in _APART)
"""Columns of words, in the order in which plans print them."""


def describe(plan: PlanRead) -> dict[str, object]:
    """Return a plan as values that JSON can hold; what was not found is null or empty."""
    return {
        "actions": [_action(action) for action in plan.actions],
        "tables": [_table(table) for table in plan.tables],
        "rag_key": dict(plan.rag_key),
        "warnings": list(plan.warnings),
    }


def _action(action: PlanAction) -> dict[str, object]:
    return {
        "ref": action.ref or action.fields.get(PlanColumn.REF),
        **{column.value: action.fields.get(column) for column in _TEXTS},
        "start": action.start.as_data() if action.start else None,
        "end": action.end.as_data() if action.end else None,
        "closed": action.closed.as_data() if action.closed else None,
        "rag": _rag(action.rag) if action.rag else None,
        "rag_history": [_rag(rag) for rag in action.rag_history],
        "table": action.table,
        "row": action.row,
    }


def _table(table: PlanTable) -> dict[str, object]:
    return {
        "name": table.name,
        "header_row": table.header_row,
        "columns": {heading: column.value for heading, column in table.columns.items()},
        "unread_columns": list(table.unread_columns),
        "unread_rows": list(table.unread_rows),
        "actions": table.actions,
    }


def _rag(rag: Rag) -> dict[str, str | None]:
    return {
        "key": rag.key,
        "text": rag.text,
        "source": rag.source.value if rag.source else None,
        "heading": rag.heading,
        "note": rag.note,
    }
