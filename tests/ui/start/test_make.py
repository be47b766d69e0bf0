"""A new forum's page gives what was typed, and says why it was refused."""

from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.ui.start.make import Make, NewForum


def filled(qtbot: QtBot) -> Make:
    page = Make()
    qtbot.addWidget(page)
    page.name.set_value(" Our forum ")
    page.area.set_value("Kent")
    page.passphrase.set_value("four words of help")
    page.again.set_value("four words of help")
    return page


def test_what_was_typed_is_given(qtbot: QtBot) -> None:
    page = filled(qtbot)
    with qtbot.waitSignal(page.given) as given:
        page.button.click()
    assert given.args == [NewForum("Our forum", "Kent", "four words of help")]


def test_a_refusal_stands_beside_the_passphrase_and_can_be_tried_again(qtbot: QtBot) -> None:
    page = filled(qtbot)
    page.set_waiting(waiting=True)
    assert not page.button.isEnabled()
    page.refuse(UserError("It is too short.", "Nothing was made.", "Use four words."))
    assert page.passphrase.problem == "It is too short. Use four words."
    assert page.button.isEnabled()


def test_a_second_passphrase_that_differs_is_said_when_it_is_left(qtbot: QtBot) -> None:
    page = filled(qtbot)
    page.again.left.emit()
    assert page.again.problem == ""
    page.again.set_value("four words of hulp")
    page.again.left.emit()
    assert page.again.problem == "The two passphrases differ. Type it once more."
    page.again.set_value("")
    page.again.left.emit()
    assert page.again.problem == ""
