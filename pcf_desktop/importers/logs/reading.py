"""Reads a log from any table file: XLSX, XLS, ODS, CSV, TSV, or a ZIP that holds one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pcf_desktop.errors import UserError
from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.dates import DateOrder, from_serial, order_of, parse_date
from pcf_desktop.importers.columns.responses import Responses, SheetReading
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.files.formats import SAFE
from pcf_desktop.importers.files.tables import FileTable, TableSource, TextSettings, open_source
from pcf_desktop.importers.logs import recognition
from pcf_desktop.importers.logs.log_sheet import (
    NOT_READ,
    LogColumn,
    LogMatching,
    LogRow,
    LogSheet,
    Meaning,
)
from pcf_desktop.importers.logs.meanings import find_meanings
from pcf_desktop.importers.periods.period import Period, Precision
from pcf_desktop.importers.periods.reading import read_period
from pcf_desktop.progress import Progress, silent

_SAMPLE = 400
_SAMPLES, _LETTERS = 3, 80


@dataclass
class _Table:
    table: FileTable
    reading: SheetReading
    headings: list[str]
    skip: int


def read_log(
    path: Path, choices: LogMatching | None = None, progress: Progress = silent
) -> LogSheet:
    """Read a log, whatever it looks like, for somebody said that it is one.

    Raises `UserError` for a file that cannot be read or holds no table; `Cancelled` by `progress`.
    """
    choices = choices or LogMatching()
    source = open_source(path, TextSettings(choices.encoding, choices.delimiter))
    tables = [each for name in _names(source, choices) if (each := _table(source.open_table(name)))]
    if not tables:
        raise _no_log()
    found = max(tables, key=lambda each: recognition.is_log(each.headings))
    width = len(found.headings)
    responses = found.reading.collect(found.skip, 1, width, progress)
    return _sheet(source, found, responses, choices)


def find_log(path: Path, progress: Progress = silent) -> LogSheet | None:
    """Return a file as a log where it looks like one, else None; raises as `read_log` does."""
    sheet = read_log(path, None, progress)
    return sheet if recognition.is_log([each.heading for each in sheet.columns]) else None


def _names(source: TableSource, choices: LogMatching) -> Sequence[str]:
    if choices.sheet is None:
        return source.names
    if choices.sheet not in source.names:
        raise UserError(
            f"There is no sheet called “{choices.sheet}” in this file.",
            SAFE,
            f"Choose one of: {', '.join(source.names)}.",
        )
    return (choices.sheet,)


def _table(table: FileTable) -> _Table | None:
    reading = SheetReading(table)
    head = reading.head[: recognition.TITLE_ROWS]
    at = recognition.heading_row(head)
    if at is None:
        at = next((place for place, row in enumerate(head) if not all(map(is_blank, row))), None)
    if at is None:
        return None
    titles = [as_text(cell).strip() for cell in head[at]]
    while titles and not titles[-1]:
        titles.pop()
    return _Table(table, reading, _told_apart(titles), at)


def _told_apart(titles: Sequence[str]) -> list[str]:
    """Return headings of which no two are alike; a column without one is named by its place."""
    found: list[str] = []
    for place, title in enumerate(titles, start=1):
        name = title or f"Column {place}"
        found.append(name if name not in found else f"{name} ({place})")
    return found


def _sheet(
    source: TableSource, found: _Table, responses: Responses, choices: LogMatching
) -> LogSheet:
    samples = [column.sample(_SAMPLE) for column in responses.columns]
    meanings = find_meanings(found.headings, samples, choices.meanings)
    columns = tuple(
        LogColumn(place, heading, *meaning, _few(values))
        for place, (heading, meaning, values) in enumerate(
            zip(found.headings, meanings, samples, strict=True)
        )
    )
    dates = [responses.columns[each.place] for each in columns if each.meaning is Meaning.SAID]
    order = _order(dates, choices)
    rows = list(_rows(columns, responses, order))
    return LogSheet(
        columns=columns,
        rows=tuple(row for row in rows if row.cell(Meaning.WORDS)),
        silent=tuple(row.number for row in rows if not row.cell(Meaning.WORDS)),
        blank_rows=responses.blank_rows,
        rejected=tuple(responses.rejected),
        sheet=found.table.name or None,
        encoding=found.table.encoding,
        date_order=order.order,
        ambiguous=order.ambiguous,
        warnings=(*source.warnings, *_about_sheets(source, found.table.name)),
        choices=choices,
    )


def _about_sheets(source: TableSource, read: str) -> Iterator[str]:
    for name in (*source.names, *source.hidden):
        if name != read:
            yield f"The sheet “{name}” was not read."


def _order(columns: Sequence[SurveyColumn], choices: LogMatching) -> DateOrder:
    if choices.date_order in {"dmy", "mdy", "iso"}:
        return DateOrder(choices.date_order)
    return order_of((text for column in columns for text in column.texts()), day_first=True)


def _rows(columns: Sequence[LogColumn], responses: Responses, order: DateOrder) -> Iterator[LogRow]:
    kept = [each for each in columns if each.meaning not in NOT_READ]
    for place, number in enumerate(responses.numbers):
        cells: dict[Meaning, str] = {}
        said = Period("")
        for column in kept:
            value = responses.columns[column.place].values[place]
            text = as_text(value).strip()
            if text and column.meaning is Meaning.SAID and not said.text:
                said = _said(value, order)
            if text:
                cells[column.meaning] = _joined(cells, column.meaning, text)
        yield LogRow(number, cells, said)


def _joined(cells: Mapping[Meaning, str], meaning: Meaning, text: str) -> str:
    """Return what two columns say of one thing: words below each other, else the first."""
    before = cells.get(meaning)
    if before is None:
        return text
    return f"{before}\n\n{text}" if meaning is Meaning.WORDS else before


def _said(value: Cell, order: DateOrder) -> Period:
    """Return the date of a row; one that is not understood keeps its words."""
    value = from_serial(value)
    if isinstance(value, str):
        moment = parse_date(value, day_first=order.day_first)
        if moment is None:
            return read_period(value)
        return Period(value, moment.date(), moment.date(), Precision.DAY)
    day = value.date() if isinstance(value, datetime) else value
    if isinstance(day, date):
        return Period(day.isoformat(), day, day, Precision.DAY)
    return read_period(as_text(value))


def _few(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        " ".join(text.split())[:_LETTERS] for text in list(dict.fromkeys(values))[:_SAMPLES]
    )


def _no_log() -> UserError:
    return UserError(
        "No rows were found in this file.",
        SAFE,
        "A log has its headings in one row, and what was said in the rows below.",
    )
