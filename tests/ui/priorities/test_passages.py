"""A passage is kept exactly as it stands in what was said."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.reading_pane import ReadingPane
from pcf_desktop.ui.priorities.passages import passage


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("We waited. Nobody rang.", "Nobody rang."),
        ("One line\nand another", "line\nand"),
        ("Windows line\r\nand another", "line\r\nand"),
        ("A smile 😀 and then we waited", "then we"),
        ("two  blanks stay", "two  blanks"),
    ],
)
def test_what_is_marked_is_found_as_it_stands(qtbot: QtBot, words: str, marked: str) -> None:
    pane = ReadingPane("What was said")
    qtbot.addWidget(pane)
    pane.show_text(words)
    shown = pane.toPlainText()
    start = shown.index(marked.replace("\r\n", "\n"))
    before = len(shown[:start].encode("utf-16-le")) // 2
    cursor = QTextCursor(pane.document())
    cursor.setPosition(before)
    cursor.setPosition(before + len(marked.replace("\r\n", "\n")), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    assert passage(pane, words) == marked
    assert passage(pane, "other words altogether") is None


def test_nothing_marked_is_no_passage(qtbot: QtBot) -> None:
    pane = ReadingPane("What was said")
    qtbot.addWidget(pane)
    pane.show_text("We waited")
    assert passage(pane, "We waited") is None
