"""The rows of a published CSV, one at a time, so that a million of them fill no memory."""

import codecs
import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pcf_desktop.errors import UserError
from pcf_desktop.progress import Progress, silent

NEEDED = ("time_period", "geographic_level")
GEOGRAPHY = frozenset(
    {
        *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
        *("region_code", "region_name", "old_la_code", "new_la_code", "la_name", "version"),
        *("reg_la", "lad_code", "lad_name", "pcon_code", "pcon_name", "school_urn"),
    }
)
"""Columns that say when and where, and count nothing."""

_CHUNK, _EVERY = 1 << 20, 20_000
_SAFE = "Nothing was read from it and nothing has changed."


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
    """Open a published CSV. Raises `UserError` for what is none.

    A row that is longer or shorter than the header is given as it stands.
    """
    try:
        size = path.stat().st_size
        encoding = _encoding(path)
        with path.open(encoding=encoding, errors="replace", newline="") as stream:
            reader = csv.reader(stream)
            columns = tuple(name.strip().casefold() for name in next(reader, []))
            if any(name not in columns for name in NEEDED):
                raise _not_published()
            yield Rows(columns, _numbered(reader, size, progress))
    except OSError:
        raise UserError(
            "This file cannot be opened.",
            "Nothing has changed.",
            "Check the name, and close the file in other programs.",
        ) from None
    except csv.Error:
        raise _not_published() from None


def _encoding(path: Path) -> str:
    """Return UTF-8 where every byte fits it, else what Excel in England saves."""
    with path.open("rb") as stream:
        head = stream.read(4)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        stream.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


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


def _not_published() -> UserError:
    return UserError(
        "This is not a statistics file of the Department for Education.",
        _SAFE,
        "On Explore education statistics choose the data set, and download it as CSV.",
    )


def dimension_columns(columns: Sequence[str]) -> Mapping[int, str]:
    """Return the columns, by place, that say neither when nor where."""
    return {place: name for place, name in enumerate(columns) if name and name not in GEOGRAPHY}
