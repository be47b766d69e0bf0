"""Old Office files: the workbook inside, and tables that lead nowhere or in circles refused."""

import struct
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.compound import workbook_stream

XLS = (Path(__file__).parents[2] / "files" / "three_answers.xls").read_bytes()


def _table(data: bytes) -> int:
    """Return where the first table of chains begins."""
    (sector,) = struct.unpack_from("<I", data, 76)
    return int(sector + 1) * 512


def _with(data: bytes, at: int, number: int, *, form: str = "<I") -> bytes:
    changed = bytearray(data)
    struct.pack_into(form, changed, at, number)
    return bytes(changed)


def test_a_whole_file_passes() -> None:
    assert workbook_stream(XLS).startswith(b"\x09\x08")


@pytest.mark.parametrize(
    "data",
    [
        _with(XLS, _table(XLS), 0),
        _with(_with(XLS, _table(XLS), 1), _table(XLS) + 4, 0),
        _with(XLS, 30, 31, form="<H"),
        _with(XLS, 32, 1, form="<H"),
        _with(XLS, 40, 2**30),
        _with(XLS, 44, 2**31),
        _with(XLS, 64, 2**31),
        _with(XLS, 48, 2**31),
        XLS.replace("Workbook".encode("utf-16-le"), "Notebook".encode("utf-16-le")),
        XLS[:400],
    ],
    ids=[
        *("to itself", "to and fro", "huge sectors", "tiny sectors", "huge folder", "huge table"),
        *("huge small table", "far away", "no workbook", "cut"),
    ],
)
def test_circles_and_impossible_sectors_are_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="damaged"):
        workbook_stream(data)


def test_a_list_of_tables_that_names_itself_is_refused() -> None:
    at = 68
    data = _with(XLS, at, 0)
    data = _with(data, 512 + 508, 0)
    with pytest.raises(UserError, match="damaged"):
        workbook_stream(data)
