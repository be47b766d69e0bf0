"""How tests type into the log form and fill it in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from tests.ui.desk import LoneDesk

CONTROL = Qt.KeyboardModifier.ControlModifier


def write(qtbot: QtBot, words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, words)


def press(qtbot: QtBot, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(focus, key, held)


def choice(log: Log, name: str) -> QuickChoice:
    field = log.form.fields[name]
    assert isinstance(field, QuickChoice)
    return field


def save_next(log: Log, desk: LoneDesk, words: str, qtbot: QtBot) -> None:
    said = len(desk.said)
    log.form.words.set_value(words)
    log.form.quote.set_value("quote")
    log.save_and_next()
    qtbot.waitUntil(lambda: len(desk.said) > said and not desk.worker.busy)
