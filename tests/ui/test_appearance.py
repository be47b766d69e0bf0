"""Palettes and text sizes are applied to what is there already, and remembered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QMainWindow,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import TEXT_SIZES, Look, apply, colours, remember, remembered
from pcf_desktop.ui.components.chips import Chip, ChipOption
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.tokens import PALETTES, palette
from pcf_desktop.ui.typeface import Role


@pytest.mark.parametrize("name", PALETTES)
def test_a_palette_reaches_qt_and_our_own_painting(name: str, qapp: QApplication) -> None:
    apply(Look(name))
    assert colours() == palette(name).colours
    assert qapp.palette().window().color() == palette(name).colours.ground


def test_words_that_are_shown_already_grow(qtbot: QtBot) -> None:
    shown, hidden = Text("Home", Role.TITLE), Text("Home", Role.SMALL)
    for label in (shown, hidden):
        qtbot.addWidget(label)
    shown.show()
    before = shown.font().pixelSize(), hidden.font().pixelSize()
    apply(Look(percent=200))
    hidden.show()
    assert (shown.font().pixelSize(), hidden.font().pixelSize()) == (before[0] * 2, before[1] * 2)


def test_a_step_leaves_every_letter_as_if_the_window_had_been_opened_in_that_size(
    qtbot: QtBot,
) -> None:
    def letters(widget: QWidget) -> list[tuple[str, int]]:
        held = [widget, *widget.findChildren(QWidget)]
        return sorted((type(each).__name__, each.font().pixelSize()) for each in held)

    def window() -> QMainWindow:
        made, inner = QMainWindow(), QWidget()
        made.menuBar().addMenu("&Forum")
        column = QVBoxLayout(inner)
        for part in (Text("Home", Role.TITLE), Chip(ChipOption("all", "All")), TextField("Who")):
            column.addWidget(part)
        choice, table = QComboBox(), QTableView()
        table.hide()  # as a page that is not shown
        column.addWidget(choice)
        column.addWidget(table)
        made.setCentralWidget(inner)
        qtbot.addWidget(made)
        made.show()
        return made

    apply(Look(percent=100))
    stepped = window()
    apply(Look(percent=175))
    assert letters(stepped) == letters(window())
    apply(Look("dark", percent=110))
    assert letters(stepped) == letters(window())


def test_text_sizes_go_up_and_down_and_end() -> None:
    choice = Look(percent=90)
    seen = [choice.percent]
    for _ in range(len(TEXT_SIZES)):
        choice = choice.larger()
        seen.append(choice.percent)
    assert seen == [*TEXT_SIZES, 200]
    assert Look(percent=100).smaller().percent == 90
    assert Look(percent=90).smaller().percent == 90


def test_a_choice_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "new" / "appearance.json"
    assert remembered(file) == Look()
    remember(Look("dark", 150), file)
    assert remembered(file) == Look("dark", 150)


@pytest.mark.parametrize(
    "kept", ["", "[]", "nonsense", '{"palette": "pink", "percent": 100}', '{"palette": "dark"}']
)
def test_a_damaged_choice_gives_the_usual_look(kept: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(kept)
    assert remembered(tmp_path / "a.json") == Look()


def test_a_computer_that_refuses_loses_only_the_choice(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    remember(Look("dark"), tmp_path / "file" / "appearance.json")
    assert (tmp_path / "file").read_text() == ""
