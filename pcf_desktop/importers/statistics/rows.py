"""The rows of a published CSV, one at a time, so that a million of them fill no memory."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.formats import SAFE
from pcf_desktop.importers.statistics.downloads import (
    NEEDED,
    Download,
    download_at,
    encoding_of,
    not_published,
)
from pcf_desktop.progress import Progress, silent

GEOGRAPHY = frozenset(
    {
        *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
        *("region_code", "region_name", "old_la_code", "new_la_code", "la_name", "version"),
        *("reg_la", "lad_code", "lad_name", "pcon_code", "pcon_name", "school_urn"),
    }
)
"""Columns that say when and where, and count nothing."""

_EVERY = 20_000


@dataclass(frozen=True)
class Rows:
    """The columns of a file and its rows; `number` counts from 1, the header being row 1."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[int, Sequence[str]]]

    def place(self, column: str) -> int | None:
        """Return where a column stands, counted from 0, or None."""
        return self.columns.index(column) if column in self.columns else None


@contextmanager
def open_rows(path: Path, progress: Progress = silent) -> Iterator[Rows]:
    """Open a published CSV, also inside a ZIP. Raises `UserError` for what is none.

    A row that is longer or shorter than the header is given as it stands.
    """
    try:
        with download_at(path) as download, _text(download) as stream:
            reader = csv.reader(stream, strict=True)
            columns = tuple(name.strip().casefold() for name in next(reader, []))
            if any(name not in columns for name in NEEDED):
                raise not_published()
            yield Rows(columns, _closed(_numbered(reader, download.size, progress)))
    except OSError:
        raise UserError(
            "This file cannot be opened.",
            "Nothing has changed.",
            "Check the name, and close the file in other programs.",
        ) from None
    except csv.Error:
        raise not_published() from None


def _closed(rows: Iterator[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, Sequence[str]]]:
    """Refuse a file in which a quotation mark would swallow all rows after it."""
    try:
        yield from rows
    except csv.Error:
        raise UserError(
            "A quotation mark in this file is never closed.", SAFE, "Download the file again."
        ) from None


def _text(download: Download) -> TextIO:
    encoding = encoding_of(download)
    return io.TextIOWrapper(download.open(), encoding=encoding, errors="replace", newline="")


def _numbered(
    reader: Iterator[list[str]], size: int, progress: Progress
) -> Iterator[tuple[int, Sequence[str]]]:
    read = 0
    for number, row in enumerate(reader, start=2):
        if number % _EVERY == 0:
            read += _EVERY * (sum(map(len, row)) + len(row))  # rows are much alike in length
            progress(min(read, size), size)
        if row:
            yield number, row


def dimension_columns(columns: Sequence[str]) -> Mapping[int, str]:
    """Return the columns, by place, that say neither when nor where."""
    return {place: name for place, name in enumerate(columns) if name and name not in GEOGRAPHY}
