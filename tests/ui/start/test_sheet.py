"""The printed sheet is one page with letters large enough to be typed in years later."""

import os
import re
import sys
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.start.sheet import RecoverySheet, a4_printer, print_sheet

KEY = "5Y2V0-VBHJC-9YD1H-47JQ6-HVASJ-QD8PM-Y5C91-PT092"
GROUPS = KEY.split("-")
SHEET = RecoverySheet("Our forum", GROUPS, date(2026, 4, 3))
LONG = "A forum of families & friends <of> a place whose name is long " * 3
A5, LETTER = QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter


def into(file: Path) -> QPrinter:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def printed(file: Path, name: str = "Our forum", size: QPageSize.PageSizeId | None = None) -> str:
    """Print into a file, make sure that it has one page, and return the words on it."""
    printer = into(file)
    if size is not None:
        printer.setPageSize(QPageSize(size))
    assert print_sheet(RecoverySheet(name, GROUPS, date(2026, 4, 3)), printer)
    document = pdfium.PdfDocument(file)
    assert len(document) == 1
    return str(document[0].get_textpage().get_text_range())


def heights(file: Path) -> list[float]:
    """Return how high each letter of the key is on paper, in points."""
    page = pdfium.PdfDocument(file)[0].get_textpage()
    words = page.get_text_range()
    places = [words.index(group) + n for group in GROUPS for n in range(len(group))]
    boxes = [page.get_charbox(place) for place in places]
    return [top - bottom for _left, bottom, _right, top in boxes]


@pytest.mark.parametrize("choice", [Look(), Look("dark", 200)])
def test_each_group_stands_under_its_number_in_large_letters(
    qapp: QApplication, tmp_path: Path, choice: Look
) -> None:
    apply(choice)
    words = printed(tmp_path / "sheet.pdf")
    for number, group in enumerate(GROUPS, start=1):
        assert re.search(rf"Group {number}\s+{group}\b", words)
    letters = heights(tmp_path / "sheet.pdf")
    assert len(letters) == len("".join(GROUPS))
    assert min(letters) >= 12
    apply(Look())


def test_it_says_what_it_is_whose_when_and_where_to_keep_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    words = " ".join(printed(tmp_path / "sheet.pdf").split())
    for said in (
        "Recovery sheet", "Our forum", "Made on 3 April 2026",
        "opens this forum in PCF Desktop when the passphrase is lost",
        "never with the laptop", "nobody can open the forum", "Kept by", "Place",
    ):  # fmt: skip
        assert said in words


def test_it_is_an_a4_page(qapp: QApplication, tmp_path: Path) -> None:
    printed(tmp_path / "sheet.pdf")
    wide, high = pdfium.PdfDocument(tmp_path / "sheet.pdf")[0].get_size()
    assert (round(wide), round(high)) == (595, 842)


@pytest.mark.parametrize("size", [None, A5, LETTER])
def test_a_long_name_or_a_smaller_page_leaves_nothing_out(
    qapp: QApplication, tmp_path: Path, size: QPageSize.PageSizeId | None
) -> None:
    file = tmp_path / "sheet.pdf"
    words = printed(file, LONG, size)
    assert " ".join(words.split()).startswith(f"Recovery sheet {LONG.strip()}")
    assert min(heights(file)) >= 12
    page = pdfium.PdfDocument(file)[0]
    wide, high = page.get_size()
    text = page.get_textpage()
    words = text.get_text_range()
    for place in (n for n, letter in enumerate(words) if not letter.isspace()):
        left, bottom, right, top = text.get_charbox(place)
        assert 0 <= left <= right < wide
        assert 0 <= bottom <= top < high


def test_its_file_is_its_owners_alone_and_the_only_one(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    (tmp_path / "sheet.pdf").write_bytes(b"an older one, open to all")
    (tmp_path / "sheet.pdf").chmod(0o644)
    printed(tmp_path / "sheet.pdf")
    assert [path.name for path in tmp_path.rglob("*")] == ["sheet.pdf"]
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("place", ["missing/sheet.pdf", ".", "null"])
def test_what_is_no_file_is_not_printed_into_and_left_as_it_is(
    qapp: QApplication, tmp_path: Path, place: str
) -> None:
    (tmp_path / "null").symlink_to(os.devnull)
    mode = Path(os.devnull).stat().st_mode
    assert not print_sheet(SHEET, into(tmp_path / place))
    assert Path(os.devnull).stat().st_mode == mode


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit is there")
def test_a_file_that_was_cut_short_is_no_sheet(qapp: QApplication, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - of use there alone

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        went = print_sheet(SHEET, into(tmp_path / "sheet.pdf"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not went
