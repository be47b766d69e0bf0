"""The safe answer has the focus, and Enter and Escape give it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.question import QuestionDialog

WORDS = "The key is shown only now. " * 4


@pytest.fixture
def question(qtbot: QtBot) -> Iterator[QuestionDialog]:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    made = QuestionDialog("Leave without it?", WORDS, "Stay", "Leave", over)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    yield made
    over.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_every_quick_key_stays(question: QuestionDialog, qtbot: QtBot, key: Qt.Key) -> None:
    assert QApplication.focusWidget() is question.stay
    with qtbot.assertNotEmitted(question.accepted), qtbot.waitSignal(question.rejected):
        qtbot.keyClick(question.stay, key)


def test_going_on_takes_its_own_button(question: QuestionDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(question.accepted):
        question.go.click()


def test_nothing_of_it_is_cut_at_the_largest_text(qtbot: QtBot) -> None:
    apply(Look(percent=200))
    made = QuestionDialog(
        "Leave without it?", WORDS, "Stay and print it", "Close without the sheet"
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    buttons = made.findChildren(Button)
    apply(Look())
    assert len(buttons) == 2
    for button in buttons:
        shown = button.mapTo(made, button.rect().bottomRight())
        assert made.rect().contains(shown)
