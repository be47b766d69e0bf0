"""The window: menus above, the foot below, and between them the open forum or the start page."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QCursor
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.ui.actions import Menus
from pcf_desktop.ui.appearance import TEXT_SIZES, Choice, apply, remember
from pcf_desktop.ui.components.navigation import Navigation
from pcf_desktop.ui.components.toast import Toast
from pcf_desktop.ui.faults import show_fault
from pcf_desktop.ui.foot import Foot
from pcf_desktop.ui.forum_page import ForumPage, Place, Sign
from pcf_desktop.ui.help import START, HelpDialog
from pcf_desktop.ui.idle import Idle
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.reading_order import step, stops
from pcf_desktop.ui.screen import sentence
from pcf_desktop.ui.tokens import PALETTES, palette

if TYPE_CHECKING:
    from pcf_desktop.workspace import Workspace

TITLE = "PCF Desktop"
SIZE = 1366, 768


class MainWindow(QMainWindow):
    """Shows the start page until `open_forum`, and again after `lock`, which emits `locked`."""

    locked = Signal()

    def __init__(
        self, choice: Choice | None = None, idle: Idle | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choice = choice or Choice()
        apply(self.choice)  # before the menus are made, which else keep the system's font
        self.page: ForumPage | None = None
        self._close: Callable[[], object] = _nothing
        self._idle = idle or Idle()
        self._idle.setParent(self)
        self._idle.expired.connect(self.lock)
        self._stack = QStackedWidget()
        self._foot = Foot()
        self._lay_out()
        self._commands: dict[str, Callable[[], object]] = self._own_commands()
        self._menus = Menus(self.menuBar(), self.run, self.can)
        self._add_palettes()
        self._toast = Toast(self._stack)
        self.set_choice(self.choice)
        self._show_open(is_open=False)
        self.resize(*SIZE)

    def show_start(self, page: QWidget) -> None:
        """Show a page in place of a forum; the one before it goes."""
        self._put(page)

    def open_forum(
        self,
        workspace: "Workspace",
        sign: Sign,
        places: Sequence[Sequence[Place]],
        close: Callable[[], object],
    ) -> ForumPage:
        """Show an open forum at the first of its places; `close` is called when it is locked."""
        page = ForumPage(workspace, sign, places)
        self._close = close
        page.worker.changed.connect(self._changed)
        page.worker.refused.connect(self._refused)
        page.worker.failed.connect(lambda error: show_fault(error, self))
        page.told.connect(self._told)
        page.hidden.connect(self._foot.set_hidden)
        self.page = page
        self._put(page)
        listed = [(p.key, p.words, p.icon) for group in places for p in group]
        self._menus.set_places(listed, page.go)
        self._show_open(is_open=True, name=sign.name)
        page.go(listed[0][0])
        self._tell_undo()
        self._idle.start()
        return page

    def lock(self) -> None:
        """Close the forum, forget what was shown of it, and emit `locked`."""
        if self._close_forum():
            self.locked.emit()

    def run(self, command: str) -> None:
        """Do a command of the menus: the screen's own, else the window's."""
        screen = self.page.screen_shown if self.page else None
        own = screen.command(command) if screen else None
        (own or self._commands.get(command, _nothing))()

    def can(self, command: str) -> bool:
        """Say whether a command would do something now."""
        screen = self.page.screen_shown if self.page else None
        workspace = self.page.worker.workspace if self.page else None
        if command in ("undo", "redo"):
            return bool(workspace and getattr(workspace, f"{command}_label"))
        return command in self._commands or bool(screen and screen.command(command))

    def help(self) -> HelpDialog:
        """Show how to use the page that is shown."""
        dialog = HelpDialog(self.page.place if self.page else START, self)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def set_choice(self, choice: Choice) -> None:
        """Dress the application in a palette and a text size."""
        self.choice = choice
        apply(choice)
        self._foot.set_percent(choice.percent)
        for action in self._palettes.actions():
            action.setChecked(action.data() == choice.palette)

    def set_backup(self, words: str) -> None:
        """Say in the foot when the last backup was made."""
        self._foot.set_backup(words)

    def next_pane(self) -> None:
        """Put the focus on the next part of the window: navigation, page, foot."""
        panes: list[QWidget] = [self._stack, self._foot]
        if self.page is not None:
            panes = [self.page.navigation, self.page.stack, self._foot]
        focus = QApplication.focusWidget()
        now = next((n for n, p in enumerate(panes) if focus and p.isAncestorOf(focus)), -1)
        self._enter(panes[(now + 1) % len(panes)])

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the forum, waiting for what is being saved."""
        self._close_forum()
        super().closeEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on by Tab as the window is read, and not as its parts were made."""
        return step(self, forward=forward)

    def _enter(self, pane: QWidget) -> None:
        target = next(stops(pane), None)
        if isinstance(pane, Navigation):
            target = pane.current()
        elif pane is not self._foot and self.page and self.page.screen_shown:
            target = self.page.screen_shown.first_focus() or target
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own_commands(self) -> dict[str, Callable[[], object]]:
        def size(choice: Callable[[], Choice]) -> Callable[[], None]:
            return lambda: self._choose(choice())

        return {
            "lock": self.lock,
            "close": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "pane": self.next_pane,
            "larger": size(lambda: self.choice.larger()),
            "smaller": size(lambda: self.choice.smaller()),
            "usual": size(lambda: Choice(self.choice.palette)),
            "help": self.help,
            "log": self._log,
        }

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self.setCentralWidget(whole)
        self._foot.undo_pressed.connect(self._undo)
        self._foot.lock_pressed.connect(self.lock)
        self._foot.size_pressed.connect(self._offer_sizes)

    def _add_palettes(self) -> None:
        menu = self._menus.menus["view"].addMenu(tr("&Colours"))
        self._palettes = QActionGroup(menu)
        for name in PALETTES:
            action = menu.addAction(palette(name).words)
            action.setCheckable(True)
            action.setData(name)
            self._palettes.addAction(action)
        self._palettes.triggered.connect(
            lambda action: self._choose(Choice(str(action.data()), self.choice.percent))
        )

    def _choose(self, choice: Choice) -> None:
        self.set_choice(choice)
        remember(choice)

    def _offer_sizes(self) -> None:
        menu = QMenu(self)
        for percent in TEXT_SIZES:
            action = menu.addAction(tr("{n}%").format(n=percent))
            action.setCheckable(True)
            action.setChecked(percent == self.choice.percent)
            wanted = Choice(self.choice.palette, percent)
            action.triggered.connect(lambda _on=False, wanted=wanted: self._choose(wanted))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(QCursor.pos())

    def _put(self, page: QWidget) -> None:
        while (before := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._stack.addWidget(page)
        self._toast.raise_()

    def _show_open(self, *, is_open: bool, name: str = "") -> None:
        self._menus.set_open(is_open=is_open)
        self._foot.set_open(is_open=is_open)
        self.setWindowTitle(f"{name} \N{EN DASH} {TITLE}" if name else TITLE)

    def _close_forum(self) -> bool:
        if self.page is None:
            return False
        page, self.page = self.page, None
        self._idle.stop()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self._toast.forget()
        page.put_away()
        self._close()
        self._menus.set_places([], page.go)
        self._show_open(is_open=False)
        self._stack.removeWidget(page)
        page.deleteLater()
        return True

    def _undo(self) -> None:
        if self.page and self.page.worker.workspace.undo_label:
            self.page.worker.undo()

    def _log(self) -> None:
        if self.page:
            self.page.go("log")

    def _redo(self) -> None:
        if self.page and self.page.worker.workspace.redo_label:
            self.page.worker.redo()

    def _changed(self, _tables: frozenset[str]) -> None:
        self._foot.set_saved(datetime.now().astimezone())
        self._tell_undo()

    def _tell_undo(self) -> None:
        if self.page:
            self._foot.set_undo(self.page.worker.workspace.undo_label)

    def _refused(self, error: UserError) -> None:
        self._toast.tell(sentence(error))

    def _told(self, words: str, undo: bool) -> None:  # noqa: FBT001 - a signal passes by place
        self._toast.tell(words, self._undo if undo else None)


def _nothing() -> None:
    """Do nothing: neither the screen nor the window knows the command."""
