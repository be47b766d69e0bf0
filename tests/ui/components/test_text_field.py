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


def test_what_is_put_back_a_second_time_leaves_what_undo_takes_back(qtbot: QtBot) -> None:
    field = TextField("Name")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, " Leek ")
    field.put(" Leek ")
    assert field.line.isUndoAvailable()
    field.put("Stone")
    assert field.typed() == "Stone"


def test_a_field_that_is_needed_says_so_when_it_is_saved_and_until_it_is_there(
    qtbot: QtBot,
) -> None:
    field = TextField("Name")
    qtbot.addWidget(field)
    field.needed = "Give a name."
    assert field.check()  # left empty, nobody is told off
    assert not field.check_to_save()
    assert not field.check()
    assert field.problem == "Give a name."
    field.put("Leek")
    assert field.check_to_save()
    assert field.problem == ""
