"""One line of text; a passphrase keeps its spaces and shows none of its letters."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.text_field import TextField


def test_spaces_at_the_ends_are_left_out(qtbot: QtBot) -> None:
    field = TextField("Name")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        field.set_value("  Leek ")
    assert field.value() == "Leek"


def test_a_secret_is_kept_as_typed_and_hidden(qtbot: QtBot) -> None:
    field = TextField("Passphrase", secret=True)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, " four words ")
    assert field.value() == " four words "
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    assert field.line.displayText() != field.value()
