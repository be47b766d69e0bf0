"""The recovery key is shown whole and in order, and reading it back is what opens the forum."""

import logging
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.start.recovery import ASKED, Recovery
from pcf_desktop.ui.start.sheet import a4_printer

KEY = "5Y2V0-VBHJC-9YD1H-47JQ6-HVASJ-QD8PM-Y5C91-PT092"


def test_every_group_is_shown_in_order(qtbot: QtBot) -> None:
    page = Recovery("Our forum", KEY)
    qtbot.addWidget(page)
    shown = " ".join(label.text() for label in page.findChildren(Text))
    places = [shown.index(group) for group in KEY.split("-")]
    assert places == sorted(places)


def test_a_wrong_group_is_named(qtbot: QtBot) -> None:
    page = Recovery("Our forum", KEY)
    qtbot.addWidget(page)
    page.fields[0].set_value("9YD1H")
    page.fields[1].set_value("QD8PN")
    with qtbot.assertNotEmitted(page.done):
        page.button.click()
    assert page.fields[0].problem == ""
    assert page.fields[1].problem == f"This is not group {ASKED[1]}."


def test_the_focus_goes_to_the_first_group_that_is_wrong(page: Recovery, qtbot: QtBot) -> None:
    page.fields[0].set_value("9YD1N")
    page.fields[1].set_value("QD8PM")
    page.fields[1].focus()
    qtbot.keyClick(page.fields[1].line, Qt.Key.Key_Return)
    assert page.focusWidget() is page.fields[0].line
    qtbot.keyClicks(page.fields[0].line, "9YD1H")
    with qtbot.waitSignal(page.done):
        qtbot.keyClick(page.fields[0].line, Qt.Key.Key_Return)


def test_enter_in_a_group_opens_when_both_are_right(qtbot: QtBot) -> None:
    page = Recovery("Our forum", KEY)
    qtbot.addWidget(page)
    page.fields[0].set_value("9yd1h")
    page.fields[1].set_value("QD8PM")
    with qtbot.waitSignal(page.done):
        qtbot.keyClick(page.fields[1].line, Qt.Key.Key_Return)


def test_the_whole_page_is_seen_on_a_small_laptop(qtbot: QtBot) -> None:
    page = Recovery("Our forum", KEY)
    qtbot.addWidget(page)
    page.resize(1366, 690)
    with qtbot.waitExposed(page):
        page.show()
    (scroll,) = page.findChildren(Scroll)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)


@pytest.fixture
def page(qtbot: QtBot) -> Recovery:
    made = Recovery("Our forum", KEY)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def question(page: Recovery) -> QuestionDialog:
    (asked,) = (each for each in page.findChildren(QuestionDialog) if each.isVisible())
    return asked


def check(page: Recovery) -> None:
    for field, place in zip(page.fields, ASKED, strict=True):
        field.set_value(page.groups[place - 1])
    page.button.click()


def into(file: Path) -> QPrinter:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def test_before_the_key_is_gone_it_asks_once_and_staying_is_at_hand(
    page: Recovery, qtbot: QtBot
) -> None:
    went: list[str] = []
    assert page.asks_before(lambda: went.append("closed"))
    assert page.asks_before(lambda: went.append("closed"))
    asked = question(page)
    assert (asked.stay.text(), asked.go.text()) == ("Stay and print it", "Close without the sheet")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is asked.stay)
    qtbot.keyClick(asked.stay, Qt.Key.Key_Escape)
    assert went == []
    assert page.asks_before(lambda: went.append("closed"))
    question(page).go.click()
    assert went == ["closed"]


def test_once_it_was_read_back_it_asks_no_more(page: Recovery) -> None:
    check(page)
    assert not page.asks_before(lambda: None)


def test_a_sheet_that_could_not_be_made_valid_is_asked_about_again(page: Recovery) -> None:
    check(page)
    page.refuse(UserError("The disk is full."))
    assert page.asks_before(lambda: None)
    assert len(page.findChildren(Banner)) == 1


def test_a_file_is_said_to_be_open_to_all_before_it_is_written(
    page: Recovery, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.pdf"
    page.send(into(file))
    asked = question(page)
    assert "sheet.pdf is not encrypted: anyone who has it can open" in asked.accessibleDescription()
    assert not file.exists()
    asked.stay.click()
    assert not file.exists()
    assert page.printed.isHidden()


def test_what_was_saved_is_said_and_is_the_sheet(
    page: Recovery, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        page.send(into(tmp_path / "sheet.pdf"))
        question(page).go.click()
    words = "Saved as sheet.pdf. Anyone who has this file can open the forum."
    assert page.printed.text() == words
    assert page.printed.isVisible()
    (printed,) = pdfium.PdfDocument(tmp_path / "sheet.pdf")
    text = printed.get_textpage().get_text_range()
    assert all(group in text for group in page.groups)
    assert not any(group in caplog.text for group in page.groups)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["sheet.pdf"]


def test_a_file_that_cannot_be_written_is_said(page: Recovery, tmp_path: Path) -> None:
    page.send(into(tmp_path / "missing" / "sheet.pdf"))
    question(page).go.click()
    assert page.printed.text().startswith("sheet.pdf was not saved.")


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_is_not_there_is_said(page: Recovery) -> None:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    page.send(printer)
    assert page.printed.text() == "It was not printed. Choose another printer, or check this one."


def test_the_button_prints_through_the_systems_own_dialog(
    page: Recovery, qtbot: QtBot, tmp_path: Path
) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "sheet.pdf"))
        dialog.done(QPrintDialog.DialogCode.Accepted)

    QTimer.singleShot(200, page, choose)
    page.printing.click()
    question(page).go.click()
    assert page.printed.text().startswith("Saved as sheet.pdf.")
    assert len(pdfium.PdfDocument(tmp_path / "sheet.pdf")) == 1
