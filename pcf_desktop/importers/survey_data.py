"""A recognised survey as plain data, for JSON and the command line."""

from collections.abc import Iterator, Sequence
from datetime import date

from pcf_desktop.importers.sheet import Answer, Ignored, Row, Sheet, SheetQuestion


def describe(sheet: Sheet) -> dict[str, object]:
    """Return what was found out about an export as plain data for JSON; no answers in it."""
    return {
        "tool": sheet.tool,
        "confidence": round(sheet.confidence, 2),
        "encoding": sheet.encoding,
        "delimiter": sheet.delimiter,
        "header_rows": sheet.header_rows,
        "date_order": sheet.date_order,
        "ambiguous": sheet.ambiguous,
        "sheet": sheet.sheet,
        "rows": sheet.rows,
        "complete_rows": sheet.complete_rows,
        "blank_rows": sheet.blank_rows,
        "rejected": [{"row": each.number, "reason": each.reason} for each in sheet.rejected],
        "questions": [_described(question) for question in sheet.questions],
        "ignored": [_ignored(each) for each in sheet.ignored],
        "warnings": list(sheet.warnings),
    }


def _described(question: SheetQuestion) -> dict[str, object]:
    return {
        "key": question.key,
        "text": question.text,
        "row": question.row,
        "occurrence": question.occurrence,
        "kind": str(question.kind),
        "options": list(question.options),
        "answered": question.answered,
        "other": question.other,
        "keep": question.keep,
    }


def _ignored(ignored: Ignored) -> dict[str, object]:
    return {"column": ignored.column, "heading": ignored.heading, "reason": ignored.reason}


def answers(sheet: Sheet) -> Iterator[dict[str, object]]:
    """Give one plain object a response, for JSON lines; what is dropped by default is left out."""
    kept = [(index, question) for index, question in enumerate(sheet.questions) if question.keep]
    for row in sheet.responses():
        yield {
            "row": row.number,
            "id": row.response_id,
            "started": row.started.isoformat() if row.started else None,
            "completed": row.completed.isoformat() if row.completed else None,
            "complete": row.complete,
            "answers": {question.label: _plain(row.cells[index]) for index, question in kept},
            "other": _others(row, kept),
        }


def _others(row: Row, kept: Sequence[tuple[int, SheetQuestion]]) -> dict[str, str]:
    return {question.label: row.others[index] for index, question in kept if index in row.others}


def _plain(answer: Answer) -> object:
    if isinstance(answer, date):
        return answer.isoformat()
    return list(answer) if isinstance(answer, tuple) else answer
