"""A new forum's page gives what was typed, and says why it was refused."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.ui.start.make import MakeForum, NewForum
from pcf_desktop.workspace.faults import WeakPassphrase

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
"""A list of areas that is offered, on no screen."""


def filled(qtbot: QtBot) -> MakeForum:
    page = MakeForum()
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


def test_a_passphrase_both_short_and_mistyped_is_told_of_both(qtbot: QtBot) -> None:
    page = filled(qtbot)
    page.passphrase.set_value("short")
    page.again.set_value("shirt")
    with qtbot.assertNotEmitted(page.given):
        page.button.click()
    assert page.passphrase.problem.startswith("This passphrase is short")
    assert "12 characters" in page.passphrase.problem
    assert page.again.problem == "The two passphrases differ. Type it once more."
    page.passphrase.set_value("four words of help")
    page.again.set_value("four words of help")
    with qtbot.waitSignal(page.given):
        page.button.click()


def typed(qtbot: QtBot, area: str) -> MakeForum:
    page = MakeForum()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.area.line.setFocus()
    qtbot.keyClicks(page.area.line, area)
    page.passphrase.line.setFocus()
    return page


def test_a_slip_in_the_area_is_asked_about_and_one_click_mends_it(qtbot: QtBot) -> None:
    page = typed(qtbot, "Knet")
    qtbot.waitUntil(page.meant.isVisible)
    assert page.meant.text() == "Did you mean Kent?"
    page.meant.click()
    assert page.area.value() == "Kent"
    assert page.meant.isHidden()
    assert page.passphrase.line.hasFocus()


def test_another_area_is_taken_as_it_was_typed(qtbot: QtBot) -> None:
    page = filled(qtbot)
    page.area.set_value("Knet")
    page.area.left.emit()
    with qtbot.waitSignal(page.given) as given:
        page.button.click()
    assert given.args == [NewForum("Our forum", "Knet", "four words of help")]


def test_a_listed_area_is_not_asked_about(qtbot: QtBot) -> None:
    page = typed(qtbot, "kent")
    assert page.meant.isHidden()


def test_areas_are_offered_by_a_part_of_their_name(qtbot: QtBot) -> None:
    page = MakeForum()
    qtbot.addWidget(page)
    page.show()
    page.area.line.setFocus()
    qtbot.keyClicks(page.area.line, "shire")
    completer = page.area.line.completer()
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    offered = completer.completionModel()
    names = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert {"Shropshire", "Wiltshire"} <= set(names)
    assert all("shire" in name.casefold() for name in names)


def test_tab_out_of_what_is_offered_keeps_what_was_typed(qtbot: QtBot) -> None:
    page = typed(qtbot, "")
    page.area.line.setFocus()
    qtbot.keyClicks(page.area.line, "Somer")
    popup = page.area.line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Tab)
    assert not popup.isVisible()
    assert page.area.value() == "Somer"


def test_the_hint_says_of_the_passphrase_what_a_refusal_says(qtbot: QtBot) -> None:
    page = filled(qtbot)
    assert "12 characters" in page.passphrase.hint.text()
    assert "12 characters" in WeakPassphrase("").todo
