"""Old workbooks that say they need more memory than there is are refused beforehand."""

import struct
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.compound import workbook_stream
from pcf_desktop.importers.files.records import check_records
from pcf_desktop.importers.grids import read_grids

XLS = (Path(__file__).parents[2] / "files" / "three_answers.xls").read_bytes()
_END = (0x000A, b"")


def _stream(*records: tuple[int, bytes], words: bytes = b"") -> bytes:
    """Return a workbook of one sheet with these records."""
    sheet = b"".join(_record(*each) for each in (*records, _END))
    front = _record(0x00FC, words) if words else b""
    start = len(front) + 2 * 4 + 8
    return front + _record(0x0085, struct.pack("<II", start, 0)) + _record(*_END) + sheet


def _record(sort: int, content: bytes) -> bytes:
    return struct.pack("<HH", sort, len(content)) + content


def _cell(row: int, column: int) -> tuple[int, bytes]:
    return 0x0203, struct.pack("<HHHd", row, column, 0, 1.0)


def test_a_whole_workbook_passes() -> None:
    check_records(workbook_stream(XLS))
    check_records(_stream(_cell(0, 0), _cell(65535, 3), words=struct.pack("<ii", 0, 0)))
    check_records(_stream((0x0200, struct.pack("<IIHHH", 0, 3, 0, 256, 0)), _cell(2, 255)))


@pytest.mark.parametrize(
    "stream",
    [
        _stream((0x0200, struct.pack("<IIHHH", 5, 2**31, 0, 9, 0))),
        _stream((0x0200, struct.pack("<IIHHH", 9, 3, 0, 9, 0))),
        _stream((0x0200, struct.pack("<5H", 0, 9, 60000, 7, 0))),
        _stream(_cell(0, 0), _cell(65535, 65535)),
        _stream(_cell(0, 0), _cell(65000, 90)),
        _stream(_cell(0, 0), _cell(3, 256)),
        _stream((0x0200, struct.pack("<IIHHH", 0, 3, 0, 257, 0)), _cell(2, 6)),
        _stream((0x0200, struct.pack("<IIHHH", 0, 65000, 0, 90, 0)), _cell(2, 6)),
        _stream(_cell(0, 0), words=struct.pack("<ii", 0, 2**31 - 1)),
        _stream(_cell(0, 0), words=struct.pack("<ii", 0, -1)),
        _stream((0x0203, b""))[:-4] + struct.pack("<HH", 0x0203, 60000),
    ],
    ids=[
        "rows",
        "upside down",
        "inside out",
        "far cell",
        "all but empty",
        "a column too many",
        "said to have one",
        "said to be large",
        "texts",
        "fewer than none",
        "cut",
    ],
)
def test_a_workbook_that_asks_for_too_much_is_refused(stream: bytes) -> None:
    with pytest.raises(UserError):
        check_records(stream)


def test_a_damaged_size_in_a_file_ends_in_a_sentence_and_not_the_program(tmp_path: Path) -> None:
    used = struct.pack("<HH", 0x0200, 14)
    at = XLS.index(used) + len(used)
    path = tmp_path / "damaged.xls"
    path.write_bytes(XLS[: at + 4] + struct.pack("<I", 2**32 - 1) + XLS[at + 8 :])
    with pytest.raises(UserError):
        read_grids(path)
