"""An empty view says what it is for and gives one button."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.empty_state import EmptyState


def test_its_button_begins(qtbot: QtBot) -> None:
    empty = EmptyState("tray", "Nothing to sort", "Comments wait here.", "Log feedback")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.pressed):
        empty.button.click()


def test_without_words_there_is_no_button(qtbot: QtBot) -> None:
    empty = EmptyState("tray", "Nothing to sort", "All is sorted.")
    qtbot.addWidget(empty)
    empty.show()
    assert not empty.button.isVisible()


def test_its_button_is_held(qtbot: QtBot) -> None:
    empty = EmptyState("tray", "Nothing to sort", "Comments wait here.", "Log feedback")
    qtbot.addWidget(empty)
    empty.hold("Nothing can be saved here")
    with qtbot.assertNotEmitted(empty.pressed):
        empty.button.click()
    assert empty.button.toolTip() == "Nothing can be saved here"
