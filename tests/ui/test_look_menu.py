"""Palette and text size are chosen in the menu and at the foot, shown there, and remembered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from pcf_desktop.ui import appearance
from pcf_desktop.ui.appearance import Look
from pcf_desktop.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> MainWindow:
    monkeypatch.setattr(appearance, "_file", lambda: tmp_path / "appearance.json")
    made = MainWindow(Look("light", 100))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_text_grows_shrinks_and_is_usual_again(window: MainWindow) -> None:
    window.run("larger")
    grown = window.looks.choice.percent
    assert grown > 100
    assert appearance.remembered() == Look("light", grown)
    window.run("smaller")
    assert window.looks.choice.percent == 100
    window.run("larger")
    window.run("usual")
    assert appearance.remembered() == Look("light", 100)


def test_a_palette_is_chosen_in_the_menu_which_says_the_one_that_is_on(window: MainWindow) -> None:
    (colours,) = [m for m in window.menuBar().findChildren(QMenu) if m.title() == "&Colours"]
    dark = next(action for action in colours.actions() if action.data() == "dark")
    dark.trigger()
    assert dark.isChecked()
    assert [action.data() for action in colours.actions() if action.isChecked()] == ["dark"]
    assert appearance.remembered() == Look("dark", 100)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_foot_offers_every_size_and_marks_the_one_that_is_on(window: MainWindow) -> None:
    window._foot.size_pressed.emit()
    (sizes,) = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    assert [a.text() for a in sizes.actions() if a.isChecked()] == ["100%"]
    next(action for action in sizes.actions() if action.text() == "150%").trigger()
    assert window.looks.choice == Look("light", 150)
    sizes.close()
