"""Any file as tables: a ZIP's files one by one, and text as it was said to be."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.tables import TextSettings, open_source
from pcf_desktop.importers.grids import read_grids
from tests.importers.exports import save_xlsx


def _zip(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_each_file_in_a_zip_is_a_table_and_the_others_are_named(tmp_path: Path) -> None:
    save_xlsx(tmp_path / "b.xlsx", [["c", "d"], [1, 2]])
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x.csv", "a,b")
    path = _zip(
        tmp_path / "all.zip",
        **{
            "a.csv": b"a,b\n1,2\n",
            "b.xlsx": (tmp_path / "b.xlsx").read_bytes(),
            "read me.pdf": b"%PDF-1.7",
            "inner.zip": inner.getvalue(),
        },
    )
    source = open_source(path)
    assert source.names == ("a.csv", "b.xlsx")
    assert [words.split("”")[0].split("“")[1] for words in source.warnings] == [
        "read me.pdf",
        "inner.zip",
    ]
    assert next(source.open_table("b.xlsx").batches())[1] == [1.0, 2.0]


def test_a_zip_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No file in this ZIP"):
        open_source(_zip(tmp_path / "a.zip", **{"a.pdf": b"%PDF"}))


def test_encoding_and_delimiter_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("a;b,c\nn\u00e9;1,2\n".encode("cp1252"))
    book = read_grids(path, settings=TextSettings(encoding="latin-1", delimiter=","))
    assert (book.encoding, book.delimiter) == ("latin-1", ",")
    assert book.sheets[0].rows == (("a;b", "c"), ("n\u00e9;1", "2"))


def test_letters_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n\x81,\x8d\n")
    assert "2 characters could not be read" in " ".join(open_source(path).warnings)


@pytest.mark.parametrize(
    "cell",
    [b"x" * 18 * 2**20, b'"' + b"one line\r\n" * 200_000 + b'"', b'"' + b"a, b; " * 400_000 + b'"'],
    ids=["one line", "many lines", "many commas"],
)
def test_a_cell_that_no_answer_fills_is_refused_before_it_fills_the_memory(
    tmp_path: Path, cell: bytes
) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"ID,What?\r\n1,fine\r\n2," + cell + b"\r\n")
    tracemalloc.start()
    with pytest.raises(UserError, match="more than 1,048,576 letters"):
        read_grids(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < path.stat().st_size + 14 * 2**20


def test_a_quotation_mark_that_is_never_closed_does_not_make_a_file_one_cell(
    tmp_path: Path,
) -> None:
    path = tmp_path / "open.csv"
    path.write_bytes(b'ID,What?\r\n1,"never closed\r\n' + b"2,fine\r\n" * 200_000)
    assert len(read_grids(path).sheets[0].rows) == 200_002
