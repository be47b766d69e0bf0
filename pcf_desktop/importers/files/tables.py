"""The tables inside any file, as streams of rows; the same for workbooks, text, and ZIPs."""

import functools
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.archives import check_archive, files_inside, opened, read_member
from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.files.delimited import (
    BATCH,
    check_lines,
    delimiter_of,
    rows_of,
    with_rows_ended_once,
)
from pcf_desktop.importers.files.encodings import (
    ReadText,
    text_of,
    text_stream,
    unreadable_bytes,
)
from pcf_desktop.importers.files.formats import SAFE, Format, format_of, read_bytes
from pcf_desktop.importers.files.hidden import hidden_in
from pcf_desktop.importers.files.spreadsheets import Spreadsheet, one_sentence

Rows: TypeAlias = Sequence[Sequence[Cell]]
Batches: TypeAlias = Iterator[Rows]


_STRUCTURE = b"<LimeSurveyDocType>"
_HEAD = 4096
_MOST_TO_SORT_OUT = 96 * 2**20
"""Bytes; all lines of such a file are held at once."""
_WIDE = ("utf-16", "utf-32")
_BLANK = b"\xef\xbb\xbf \r\n\t"


@dataclass(frozen=True)
class FileTable:
    """One worksheet, or one text file.

    `batches()` gives the rows as they stand in the file, blank ones too, and may be called
    again. `first_column` is the place in the file of their first cell. `unseen` are the places
    of hidden columns, which the reader still gives. `careful` says that a row may be a
    `BrokenRow`.
    """

    name: str
    batches: Callable[[], Batches]
    hidden: bool = False
    first_column: int = 0
    unseen: frozenset[int] = frozenset()
    encoding: str | None = None
    delimiter: str | None = None
    careful: bool = False


@dataclass(frozen=True)
class TableSource:
    """A file, opened: names of its tables, and how to read one of them.

    `structures` are files beside the tables that say what their codes mean (LimeSurvey's .lss).
    """

    names: tuple[str, ...]
    open_table: Callable[[str], FileTable]
    hidden: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    structures: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class TextSettings:
    """What the person said about a text file; None means *find out*."""

    encoding: str | None = None
    delimiter: str | None = None


def open_source(path: Path, settings: TextSettings | None = None) -> TableSource:
    """Open a file by its content, whatever its name says.

    Raises `UserError` for what is missing, empty, damaged, locked, dangerous, or no table.
    """
    return _open_bytes(read_bytes(path), settings or TextSettings(), in_archive=False)


def _open_bytes(data: bytes, settings: TextSettings, *, in_archive: bool) -> TableSource:
    head = data[:_HEAD]
    if _STRUCTURE in head and head.lstrip(_BLANK).startswith(b"<"):
        return TableSource((), _no_table, structures=(data,))
    kind = format_of(data)
    if kind is Format.TEXT:
        return _text_source(data, settings)
    if kind is not Format.ZIP:
        return _workbook_source(data, kind)
    if in_archive:
        raise UserError(
            "There is a ZIP inside this ZIP.", SAFE, "Unpack it, then choose the file inside."
        )
    return _archive_source(data, settings)


def _text_source(data: bytes, settings: TextSettings) -> TableSource:
    said = settings.encoding
    check_lines(data)
    read = ReadText(data, said, unreadable_bytes(data, said)) if said else text_of(data)
    encoding, delimiter = read.encoding, settings.delimiter
    if not encoding.startswith(_WIDE):
        read = replace(read, data=with_rows_ended_once(read.data))
    if not delimiter:
        with text_stream(read.data, encoding) as sample:
            delimiter = delimiter_of(sample)
    even = _quotes(read.data, encoding) % 2 == 0
    if not even and len(read.data) > _MOST_TO_SORT_OUT:
        raise UserError(
            "In this file a quotation mark is never closed, and it is too large to look for it.",
            SAFE,
            "Download it again, or ask for it as an Excel workbook.",
        )

    def batches() -> Batches:
        with text_stream(read.data, encoding) as text:
            yield from rows_of(text, delimiter, quotes_even=even)

    table = FileTable("", batches, encoding=encoding, delimiter=delimiter, careful=not even)
    sentence = (
        f"{read.lost} characters could not be read as {encoding} and show as �. "
        "Choose another encoding if names or the pound sign look wrong."
    )
    warnings = (*read.warnings, sentence) if read.lost else read.warnings
    return TableSource(("",), lambda _name: table, warnings=warnings)


def _quotes(data: bytes, encoding: str) -> int:
    if encoding.startswith(_WIDE):
        return data.decode(encoding, "replace").count('"')
    return data.count(b'"')


def _workbook_source(data: bytes, kind: Format) -> TableSource:
    book = Spreadsheet(data, kind)
    unseen = hidden_in(data) if kind is Format.XLSX else None

    def open_table(name: str) -> FileTable:
        sheet = book.sheet(name)
        _, first_column = sheet.start or (0, 0)
        columns = unseen.columns.get(name, frozenset()) if unseen else frozenset()
        return FileTable(
            name,
            functools.partial(_in_batches, sheet.iter_rows),
            hidden=name in book.hidden,
            first_column=first_column,
            unseen=frozenset(place - first_column for place in columns if place >= first_column),
        )

    return TableSource(
        tuple(book.visible), open_table, tuple(book.hidden), unseen.notices if unseen else ()
    )


def _in_batches(iter_rows: Callable[[], Iterator[Sequence[Cell]]]) -> Batches:
    rows = iter_rows()
    while batch := _next_batch(rows):
        yield batch


def _next_batch(rows: Iterator[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """Return the next rows; a value that the reader falls over is damage."""
    with one_sentence():
        return list(itertools.islice(rows, BATCH))


def _archive_source(data: bytes, settings: TextSettings) -> TableSource:
    """Open every file of a ZIP that holds a table; a ZIP inside a ZIP is left alone."""
    check_archive(data)
    tables: dict[str, tuple[TableSource, str]] = {}
    hidden: list[str] = []
    warnings: list[str] = []
    structures: list[bytes] = []
    for member in _members(data):
        try:
            source = _open_bytes(read_member(data, member), settings, in_archive=True)
        except UserError as error:
            warnings.append(f"In the ZIP, “{member}” was not read. {error.happened}")
            continue
        for name in (*source.names, *source.hidden):
            shown = f"{member}: {name}" if len(source.names) + len(source.hidden) > 1 else member
            tables[shown] = (source, name)
            if name in source.hidden:
                hidden.append(shown)
        warnings.extend(source.warnings)
        structures.extend(source.structures)
    if not tables and not structures:
        raise UserError(
            "No file in this ZIP can be read as a table.",
            SAFE,
            "Unpack it, and choose an Excel workbook or CSV file from inside.",
        )

    def open_table(shown: str) -> FileTable:
        source, name = tables[shown]
        return replace(source.open_table(name), name=shown)

    visible = tuple(name for name in tables if name not in hidden)
    return TableSource(visible, open_table, tuple(hidden), tuple(warnings), tuple(structures))


def _no_table(name: str) -> FileTable:
    raise KeyError(name)


def _members(data: bytes) -> list[str]:
    with opened(data) as archive:
        return [entry.filename for entry in files_inside(archive)]
