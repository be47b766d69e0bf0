"""Buttons have room for all they say, grow with the text, and show their key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply, colours
from pcf_desktop.ui.components.button import Button, Rank
from tests.ui.audit import contrast


@pytest.mark.parametrize("kind", Rank)
def test_words_can_be_read_in_every_state(kind: Rank, qtbot: QtBot) -> None:
    button = Button("Save form", kind)
    qtbot.addWidget(button)
    for enabled, down in ((True, False), (True, True), (False, False)):
        button.setEnabled(enabled)
        button.setDown(down)
        face = button.face()
        ground = face.ground if face.ground.alpha() else colours().surface
        assert contrast(face.ink, ground) >= 4.5


def test_an_icon_and_a_key_take_room(qtbot: QtBot) -> None:
    plain, keyed = Button("Save"), Button("Save", key="Ctrl+S")
    full = Button("Save", icon="check", key="Ctrl+S")
    for button in (plain, keyed, full):
        qtbot.addWidget(button)
    assert full.sizeHint().width() > plain.sizeHint().width() + 40
    assert full.sizeHint().width() > keyed.sizeHint().width() > plain.sizeHint().width()


def test_small_buttons_are_still_large_enough(qtbot: QtBot) -> None:
    apply(Look(percent=90))
    small, primary = Button("Keep", small=True), Button("Keep", Rank.PRIMARY, small=True)
    icon = Button.of_icon("x", "Close panel")
    for button in (small, primary, icon):
        qtbot.addWidget(button)
    assert small.sizeHint().height() >= 24
    assert primary.sizeHint().height() >= 32
    assert min(icon.sizeHint().toTuple()) >= 24


def test_an_icon_alone_has_a_name_and_a_tip(qtbot: QtBot) -> None:
    button = Button.of_icon("x", "Close panel")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Close panel", "Close panel")


def test_a_bound_key_presses_and_a_shown_one_does_not(qtbot: QtBot) -> None:
    page = QWidget()
    bound, shown = Button("Next", key="J", parent=page).bind(), Button("Skip", key="S", parent=page)
    pressed: list[str] = []
    bound.clicked.connect(lambda: pressed.append("next"))
    shown.clicked.connect(lambda: pressed.append("skip"))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    for key in (Qt.Key.Key_J, Qt.Key.Key_S):
        qtbot.keyClick(page, key)
    qtbot.waitUntil(lambda: pressed == ["next"])


def test_a_button_that_is_held_stays_off_whatever_is_asked_and_then_is_what_was_asked(
    qtbot: QtBot,
) -> None:
    button = Button("Export 3 files")
    qtbot.addWidget(button)
    button.hold("Nothing can be saved here")
    button.setEnabled(True)
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "Nothing can be saved here"
    with qtbot.assertNotEmitted(button.clicked):
        button.click()
    button.hold("")
    assert button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == ""
    button.hold("Nothing can be saved here")
    button.setEnabled(False)
    button.hold("")
    assert not button.isEnabled()


def test_a_button_that_was_not_held_keeps_its_tip(qtbot: QtBot) -> None:
    button = Button.of_icon("x", "Close panel")
    qtbot.addWidget(button)
    button.hold("")
    assert button.toolTip() == "Close panel"
