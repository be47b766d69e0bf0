"""Keep says what it keeps, and whether it does."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.feedback.keep_button import KeepButton


def test_it_says_what_it_does_and_what_is_so(qtbot: QtBot) -> None:
    button = KeepButton("District")
    qtbot.addWidget(button)
    assert (button.text(), button.accessibleName()) == ("Keep", "Keep District for the next")
    button.click()
    assert (button.text(), button.accessibleName()) == ("Kept", "District is kept for the next")
