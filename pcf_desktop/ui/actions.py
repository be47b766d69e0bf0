"""Every command of the menus, in one table: its key, words, shortcut, icon and menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from pcf_desktop.ui.icons import icon
from pcf_desktop.ui.language import tr


@dataclass(frozen=True)
class Command:
    """One thing the menus offer. A place's own command is made from the navigation."""

    key: str
    menu: str
    words: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    locked: bool = False
    """Whether it can be used while no forum is open."""


def menus() -> dict[str, str]:
    """Return the menus in their order: key and words."""
    return {
        "forum": tr("&Forum"),
        "edit": tr("&Edit"),
        "go": tr("&Go to"),
        "view": tr("&View"),
        "help": tr("&Help"),
    }


def commands() -> tuple[Command, ...]:
    """Return every command, in the order of the menus."""
    return (
        Command("log", "forum", tr("Log &feedback"), ("Ctrl+N",), "plus"),
        Command("save", "forum", tr("&Save this form"), ("Ctrl+S",), "floppy-disk"),
        Command("print", "forum", tr("&Print or export"), ("Ctrl+P",), "printer"),
        Command("passphrase", "forum", tr("Change the p&assphrase…")),
        Command("backups", "forum", tr("&Backups…")),
        Command("sheet", "forum", tr("New &recovery sheet…")),
        Command("lock", "forum", tr("&Lock"), ("Ctrl+L",), "lock-simple"),
        Command("close", "forum", tr("&Close PCF Desktop"), ("Ctrl+Q",), "x", locked=True),
        Command("undo", "edit", tr("&Undo"), ("Ctrl+Z",), "arrow-counter-clockwise"),
        Command("redo", "edit", tr("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "arrow-clockwise"),
        Command("find", "edit", tr("&Find"), ("Ctrl+F", "Ctrl+K"), "magnifying-glass"),
        Command("pane", "go", tr("Next p&art of the window"), ("F6",), locked=True),
        Command("larger", "view", tr("&Larger text"), ("Ctrl++", "Ctrl+="), locked=True),
        Command("smaller", "view", tr("&Smaller text"), ("Ctrl+-",), locked=True),
        Command("usual", "view", tr("&Usual text size"), ("Ctrl+0",), locked=True),
        Command("help", "help", tr("&How to use this page"), ("F1", "?"), "question", locked=True),
    )


class Menus:
    """The menu bar, made from the table; `run` is called with a command's key.

    An open menu offers only what `can` says would do something. Keys are always heard.
    """

    def __init__(
        self, bar: QMenuBar, run: Callable[[str], object], can: Callable[[str], bool]
    ) -> None:
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {key: bar.addMenu(words) for key, words in menus().items()}
        self._places: list[QAction] = []
        self._can, self._is_open = can, False
        for command in commands():
            self._add(command, run)
        for menu in self.menus.values():
            menu.aboutToShow.connect(self._offer)
            menu.aboutToHide.connect(lambda: self.set_open(is_open=self._is_open))

    def set_places(self, places: Sequence[tuple[str, str, str]], go: Callable[[str], None]) -> None:
        """Offer these places (key, words, icon) in the Go menu, nine of them by Ctrl and digit."""
        menu = self.menus["go"]
        for action in self._places:
            menu.removeAction(action)
            action.deleteLater()
        self._places = []
        before = self.actions["pane"]
        for number, (key, words, picture) in enumerate(places, start=1):
            action = QAction(icon(picture), words.replace("&", "&&"), menu)
            if number <= 9:  # noqa: PLR2004 - as many digits as there are
                action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(lambda _on=False, key=key: go(key))
            menu.insertAction(before, action)
            self._places.append(action)

    def set_open(self, *, is_open: bool) -> None:
        """Enable what needs an open forum, or only what does not."""
        self._is_open = is_open
        for command in commands():
            self.actions[command.key].setEnabled(is_open or command.locked)

    def _offer(self) -> None:
        for command in commands():
            allowed = self._is_open or command.locked
            self.actions[command.key].setEnabled(allowed and self._can(command.key))

    def _add(self, command: Command, run: Callable[[str], object]) -> None:
        menu = self.menus[command.menu]
        action = QAction(command.words, menu)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setShortcuts([QKeySequence(shortcut) for shortcut in command.shortcuts])
        action.setAutoRepeat(command.menu == "view")  # a key that is held undoes no second step
        action.triggered.connect(lambda: run(command.key))
        menu.addAction(action)
        self.actions[command.key] = action
