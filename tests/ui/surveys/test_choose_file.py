"""The step that chooses a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.sheet import Choices
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.components.button import Rank
from pcf_desktop.ui.surveys.choose_file import ChooseFile
from pcf_desktop.ui.surveys.export_file import open_export


def accepts(page: ChooseFile, *urls: str) -> bool:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    page.dragEnterEvent(event)
    return event.isAccepted()


def test_one_file_of_this_computer_can_be_dropped(qtbot: QtBot) -> None:
    page = ChooseFile()
    qtbot.addWidget(page)
    assert accepts(page, "file:///answers.csv")
    assert not accepts(page, "file:///answers.csv", "file:///more.csv")
    assert not accepts(page, "https://example.org/answers.csv")
    assert not accepts(page)


def test_the_button_asks_for_a_file(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = ChooseFile()
    qtbot.addWidget(page)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("answers.csv", ""))
    with qtbot.waitSignal(page.file_chosen) as chosen:
        page.button.click()
    assert chosen.args == [Path("answers.csv")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(page.file_chosen):
        page.button.click()


def test_it_looks_first_in_documents_then_where_the_last_file_was(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, folder: str, *_rest: object) -> tuple[str, str]:
        asked.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    page = ChooseFile()
    qtbot.addWidget(page)
    page.button.click()
    page.show_export(open_export(samples.survey_file(), Choices(), silent))
    page.button.click()
    page.show_export(None)
    page.button.click()
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    last = str(samples.survey_file().parent)
    assert asked == [QStandardPaths.writableLocation(documents), last, last]


def test_a_file_that_was_read_makes_room_for_the_next_step(qtbot: QtBot) -> None:
    page = ChooseFile()
    qtbot.addWidget(page)
    looks = [page.button.kind]
    page.show_export(open_export(samples.survey_file(), Choices(), silent))
    looks.append(page.button.kind)
    assert looks == [Rank.PRIMARY, Rank.SECONDARY]
    assert page.button.text() == "Choose another file"
