"""The passphrase is hidden, the recovery key is not, and an empty field is said."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.start.unlock import Unlock


def test_it_opens_on_the_hidden_field(qtbot: QtBot) -> None:
    page = Unlock("Our forum")
    qtbot.addWidget(page)
    assert page.first_focus() is page.field.line
    assert page.field.line.echoMode() == QLineEdit.EchoMode.Password


def test_nothing_typed_is_said_beside_the_field(qtbot: QtBot) -> None:
    page = Unlock("Our forum")
    qtbot.addWidget(page)
    page.button.click()
    assert page.field.problem == "Type the passphrase."
    page.other.click()
    page.button.click()
    assert page.field.problem == "Type the recovery key."


def test_switching_forgets_what_was_typed(qtbot: QtBot) -> None:
    page = Unlock("Our forum")
    qtbot.addWidget(page)
    page.field.set_value("a secret of mine")
    page.other.click()
    assert page.field.value() == ""
    assert page.field.line.echoMode() == QLineEdit.EchoMode.Normal
    page.other.click()
    assert page.field.line.echoMode() == QLineEdit.EchoMode.Password


def test_while_it_is_unlocked_it_cannot_be_asked_twice(qtbot: QtBot) -> None:
    page = Unlock("Our forum")
    qtbot.addWidget(page)
    page.set_waiting(waiting=True)
    assert not page.button.isEnabled()
    page.refuse("That was not it.")
    assert page.button.isEnabled()
    assert page.field.problem == "That was not it."


def test_of_a_backup_it_asks_to_restore_it(qtbot: QtBot) -> None:
    page = Unlock("Our forum", "3 March 2026, 12:42 pm")
    qtbot.addWidget(page)
    assert page.button.text() == "Restore it as a forum"
    page.set_waiting(waiting=True)
    assert page.button.text() == "Restoring…"
    page.refuse("That was not it.")
    assert page.button.text() == "Restore it as a forum"
