"""Rows out of CSV and its relatives, with quotes that somebody forgot to close."""

import csv
import io
import itertools
from collections.abc import Iterator
from typing import TextIO

from pcf_desktop.importers.files.formats import LONGEST_CELL, cell_too_long

DELIMITERS = (",", ";", "\t", "|")
BATCH = 200
_SAMPLE = 1 << 16
_SAMPLE_ROWS = 200
_MOST_RESTARTS = 50
_LONGEST_LINE = 16 * LONGEST_CELL
"""Bytes."""

NOT_CLOSED = "A quotation mark in this row is never closed."


class BrokenRow(list[str]):
    """A line that cannot be told apart into cells; it holds the line itself, for giving back."""


def with_rows_ended_once(data: bytes) -> bytes:
    """Return a file whose rows end in returns, as on an old Macintosh, without other line ends.

    There a line feed is in a cell, and needs no quotation marks; it becomes the soft line break
    that `cleaning` knows.
    """
    returns, feeds = data.count(b"\r"), data.count(b"\n")
    if not feeds or returns <= feeds or b"\r\n" in data or data.find(b"\r") > data.find(b"\n"):
        return data
    return data.replace(b"\n", b"\x0b")


def check_lines(data: bytes) -> None:
    """Refuse a file with a line longer than any row, before it is made a text."""
    for at in range(0, len(data) - _LONGEST_LINE, LONGEST_CELL):
        ends = (data.find(end, at, at + _LONGEST_LINE) for end in (b"\n", b"\r"))
        if all(end < 0 for end in ends):
            raise cell_too_long()


def limit_cells() -> None:
    """Let a cell be longer than 131,072 letters, where `csv` refuses a file, but not endless."""
    csv.field_size_limit(LONGEST_CELL)


def delimiter_of(text: TextIO) -> str:
    """Return the delimiter that cuts the first rows into most equal rows; "," if none does.

    A first line `sep=;` decides.
    """
    sample = text.read(_SAMPLE)
    said = _said(sample)
    if said:
        return said
    return max(DELIMITERS, key=lambda each: (_evenness(sample, each), -DELIMITERS.index(each)))


def _said(sample: str) -> str | None:
    first = sample.lstrip("\ufeff").split("\n", 1)[0].strip("\r\"' ")
    return first[4] if len(first) == len("sep=;") and first.lower().startswith("sep=") else None


def _evenness(sample: str, delimiter: str) -> float:
    """Return columns times the share of rows that have so many; half where the first has not."""
    limit_cells()
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths: list[int] = []
    try:
        for row in rows:
            if any(row):
                widths.append(len(row))
            if len(widths) == _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    if len(widths) > 1 and len(sample) >= _SAMPLE:
        widths.pop()
    most = max(widths, default=1)
    if most == 1:
        return 0.0
    common = max(set(widths), key=lambda width: (widths.count(width), width))
    same = widths.count(common)
    if common == 1 or same == 1 < len(widths):
        return 0.01
    return common * same / len(widths) * (1.0 if widths[0] == common else 0.5)


def rows_of(text: TextIO, delimiter: str, *, quotes_even: bool) -> Iterator[list[list[str]]]:
    """Give the rows in batches; a line with a quotation mark never closed is a `BrokenRow`.

    `quotes_even` says that the file holds an even number of quotation marks: then none is left
    open at its end, and the fast way is safe.
    """
    limit_cells()
    first = text.readline()
    lines = text if _said(first) else itertools.chain([first.lstrip("\ufeff")], text)
    if quotes_even:
        rows: Iterator[list[str]] = csv.reader(lines, delimiter=delimiter)
    else:
        rows = _carefully(list(lines), delimiter)
    try:
        while batch := list(itertools.islice(rows, BATCH)):
            yield batch
    except csv.Error:  # there is no other: nothing is strict
        raise cell_too_long() from None


def _carefully(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """Give row after row; where one runs over lines and comes out uneven, drop its first line.

    A forgotten closing mark swallows the rows below it; those are read again from the next line.
    """
    at, width, restarts = 0, 0, 0
    while at < len(lines):
        row, after, is_open = _one_row(lines, at, delimiter)
        uneven = is_open or (after - at > 1 and width and len(row) != width)
        if uneven and restarts < _MOST_RESTARTS:
            restarts += 1
            row, after = BrokenRow([lines[at].rstrip("\r\n")]), at + 1
        elif is_open:
            row = BrokenRow(["".join(lines[at:])])
        width = width or len(row)
        yield row
        at = after


def _one_row(lines: list[str], at: int, delimiter: str) -> tuple[list[str], int, bool]:
    """Return the row that begins at a line, the line after it, and whether it never ends."""
    sentinel = "\n"
    rest = itertools.chain((lines[each] for each in range(at, len(lines))), [sentinel])
    reader = csv.reader(rest, delimiter=delimiter)
    try:
        row = next(reader, [])
    except csv.Error:  # as long a cell as this is one that never ends
        return [], len(lines), True
    after = at + reader.line_num
    return row, min(after, len(lines)), after > len(lines)
