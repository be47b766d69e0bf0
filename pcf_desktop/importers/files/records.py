"""The records of an old workbook (XLS), checked for sizes that no such file has.

The workbook reader takes as much memory as a record says that it needs; where a damaged one says
a million columns there is not so much, and the whole program ends.
"""

import struct
from collections.abc import Iterator

from pcf_desktop.importers.files.archives import MOST_CELLS, check_rectangle
from pcf_desktop.importers.files.formats import damaged

_HEAD = struct.Struct("<HH")
"""What sort of record, and its bytes."""
_PLACE = struct.Struct("<HH")
"""The row and column in which a cell's record begins."""
_SHEET = 0x0085
_WORDS = 0x00FC
_USED = 0x0200
_END = 0x000A
_CELLS = frozenset({0x0203, 0x0204, 0x0205, 0x0207, 0x027E, 0x00FD, 0x00BD, 0x0006})
_USED_PLACES = {10: struct.Struct("<4H"), 14: struct.Struct("<IIHH")}
_FEW_CELLS = 1_000_000
_MOST_COLUMNS = 256
"""The format has no more, so that a sheet of thousands is damaged."""
_LEAST_OF_A_WORD = 3
"""Bytes that each text takes in the list of texts, at least."""


def check_records(stream: bytes) -> None:
    """Raise `UserError` for a workbook that says it needs more than it can hold."""
    sheets: list[int] = []
    for sort, at, size in _records(stream, 0):
        if sort == _SHEET and size >= _HEAD.size:
            sheets.extend(struct.unpack_from("<I", stream, at))
        elif sort == _WORDS:
            _check_words(stream, at, size)
    for start in sheets:
        _check_sheet(stream, start)


def _records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Give each record of a part: its sort, where its content begins, and the bytes of that."""
    at, last = start, len(stream) - _HEAD.size
    unpack, head = _HEAD.unpack_from, _HEAD.size
    while at <= last:
        sort, size = unpack(stream, at)
        at += head
        if sort == _END:
            return
        yield sort, at, size
        at += size


def _check_words(stream: bytes, at: int, size: int) -> None:
    """Refuse a list of more texts than the file has room for."""
    counts = struct.Struct("<ii")
    if size < counts.size or at + size > len(stream):
        raise damaged()
    _, different = counts.unpack_from(stream, at)
    if not 0 <= different * _LEAST_OF_A_WORD <= len(stream):
        raise damaged()


def _check_sheet(stream: bytes, start: int) -> None:
    """Refuse a sheet whose used rectangle, told or real, is impossible or too large.

    A cell takes ten bytes and more, so a rectangle of more cells than bytes is all but empty:
    a cell or a size that damage moved far away, for which the reader would take the memory.
    """
    most = min(MOST_CELLS, max(_FEW_CELLS, len(stream)))
    rows: set[int] = set()
    columns: set[int] = set()
    for sort, at, size in _records(stream, start):
        if at + size > len(stream):
            raise damaged()
        if sort in _CELLS and size >= _PLACE.size:
            row, column = _PLACE.unpack_from(stream, at)
            if column >= _MOST_COLUMNS:
                raise damaged()
            rows.add(row)
            columns.add(column)
        elif sort == _USED and size in _USED_PLACES:
            first, below, left, right = _USED_PLACES[size].unpack_from(stream, at)
            if below and right and (below <= first or right <= left or right > _MOST_COLUMNS):
                raise damaged()
            check_rectangle(below - first, right - left, most)
    if rows:
        check_rectangle(max(rows) - min(rows) + 1, max(columns) - min(columns) + 1, most)
