"""A date in Log stands whole in its field: with its first digit cut off it reads as another day."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.records import When
from pcf_desktop.ui.appearance import TEXT_SIZES, Look
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.said import words_of
from pcf_desktop.workspace import Workspace
from tests.ui.rooms import SIGN

DATES = [When.of(2026, month, day) for month in range(1, 13) for day in (20, 22)]
WIDTHS = (1024, 1180, 1280, 1366, 1536, 1920)


@pytest.fixture
def window(sample: Workspace, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    page = made.open_forum(sample, SIGN, app.places(), lambda: None)
    with qtbot.waitExposed(made):
        made.show()
    page.go("log")
    yield made
    made.close()


def cut(line: QLineEdit) -> bool:
    """Whether a field shows less than all of its words."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    words = line.text()
    is_whole = line.fontMetrics().horizontalAdvance(words) < inside.width() - 4
    return not is_whole or line.cursorPositionAt(inside.topLeft()) != 0


def shown(window: MainWindow) -> Log:
    screen = window.page.screen_shown if window.page else None
    assert isinstance(screen, Log)
    return screen


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_every_day_is_read_whole_in_every_window(
    percent: int, window: MainWindow, qtbot: QtBot
) -> None:
    window.looks.set_choice(Look("light", percent))
    when, faults = shown(window).form.known.when, []
    for width in WIDTHS:
        window.resize(width, 768)
        qtbot.wait(2)
        for date in DATES:
            when.set_date(date)
            if cut(when.line):
                faults.append((width, words_of(date)))
    assert faults == []


def test_what_is_longer_than_the_field_is_shown_from_its_beginning(
    window: MainWindow, qtbot: QtBot
) -> None:
    form = shown(window).form
    when = form.known.when
    when.set_value("some time in early May, before the half-term holidays of last year, I think")
    assert when.line.cursorPosition() == 0
    when.line.setFocus()
    when.line.end(False)  # noqa: FBT003 - Qt's own
    qtbot.waitUntil(lambda: when.line.cursorPositionAt(when.line.rect().topLeft()) > 0)
    form.words.focus()
    assert when.line.cursorPosition() == 0
