"""The table of commands: every one has words, a menu, and keys of its own."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.actions import Menus, commands, menus


def test_keys_and_shortcuts_are_unique() -> None:
    shortcuts = Counter(
        QKeySequence(shortcut).toString()
        for command in commands()
        for shortcut in command.shortcuts
    )
    assert [key for key, n in shortcuts.items() if n > 1 or not key] == []
    assert len({command.key for command in commands()}) == len(commands())


def test_mnemonics_are_unique_in_their_menu() -> None:
    letters = Counter((c.menu, QKeySequence.mnemonic(c.words).toString()) for c in commands())
    letters.update(("", QKeySequence.mnemonic(words).toString()) for words in menus().values())
    assert [pair for pair, n in letters.items() if n > 1 or not pair[1]] == []


def test_every_menu_has_a_command_and_every_command_a_menu() -> None:
    assert {command.menu for command in commands()} == set(menus())


def test_choosing_a_command_runs_it(qtbot: QtBot) -> None:
    bar = QMenuBar()
    ran: list[str] = []
    qtbot.addWidget(bar)
    made = Menus(bar, ran.append, lambda _key: True)
    for action in made.actions.values():
        action.trigger()
    assert ran == [command.key for command in commands()]


def test_what_needs_a_forum_is_off_without_one(qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    made = Menus(bar, lambda _key: None, lambda _key: True)
    made.set_open(is_open=False)
    on = {key for key, action in made.actions.items() if action.isEnabled()}
    assert {"larger", "close", "help"} <= on
    assert not on & {"undo", "lock", "log", "find"}


def test_an_open_menu_offers_only_what_would_do_something(qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    made = Menus(bar, lambda _key: None, lambda key: key != "print")
    made.set_open(is_open=True)
    made.menus["forum"].aboutToShow.emit()
    assert not made.actions["print"].isEnabled()
    assert made.actions["save"].isEnabled()
    made.menus["forum"].aboutToHide.emit()
    assert made.actions["print"].isEnabled()


def test_places_are_offered_and_taken_away(qtbot: QtBot) -> None:
    bar = QMenuBar()
    went: list[str] = []
    qtbot.addWidget(bar)
    made = Menus(bar, lambda _key: None, lambda _key: True)
    made.set_places([("home", "Home", "house"), ("said", "You said & did", "clock")], went.append)
    places = made.menus["go"].actions()[:2]
    assert [action.text() for action in places] == ["Home", "You said && did"]
    assert places[1].shortcut().toString() == "Ctrl+2"
    places[1].trigger()
    assert went == ["said"]
    made.set_places([], went.append)
    assert len(made.menus["go"].actions()) == 1
