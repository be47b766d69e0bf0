"""The window: menus above, the foot below, and between them the open forum or the start page."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.ui import window_place
from pcf_desktop.ui.actions import Menus
from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.navigation import Navigation
from pcf_desktop.ui.components.progress_panel import ProgressPanel
from pcf_desktop.ui.faults import show_fault
from pcf_desktop.ui.foot import Foot
from pcf_desktop.ui.forum_page import ForumPage, Place, Sign
from pcf_desktop.ui.help import START, HelpDialog
from pcf_desktop.ui.idle import Idle
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.look_menu import LookMenu
from pcf_desktop.ui.reading_order import step, stops
from pcf_desktop.ui.screen import focus_of

if TYPE_CHECKING:
    from pcf_desktop.workspace import Workspace

TITLE = "PCF Desktop"
SIZE = QSize(1366, 768)
"""The window's first size, where the screen has room for it."""


@runtime_checkable
class Asking(Protocol):
    """A page with something on it that leaving would lose."""

    def asks_before(self, go: Callable[[], object]) -> bool:
        """Ask before it is gone, and `go` if the person wants to; say whether it asks."""


class MainWindow(QMainWindow):
    """Shows the start page until `open_forum`, and again after `lock`, which emits `locked`."""

    locked = Signal()

    def __init__(
        self, choice: Look | None = None, idle: Idle | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        first = choice or Look()
        apply(first)  # before the menus are made, which else keep the system's font
        self.page: ForumPage | None = None
        self._close: Callable[[], object] = _nothing
        self._leaving = False
        self._idle = idle or Idle()
        self._idle.setParent(self)
        self._idle.expired.connect(self.lock)
        self._stack = QStackedWidget()
        self._foot = Foot()
        self._toast = self._foot.toast
        self._undoing = ProgressPanel("", share=True, stops=False)
        self._undoing.setProperty("kind", "foot")  # it stands on it
        self._lay_out()
        self._bins = False
        self._offered: dict[str, Callable[[], object]] = {}
        self._commands = self._own_commands()
        self._menus = Menus(self.menuBar(), self.run, self.can)
        self.looks = LookMenu(first, self._menus.menus["view"], self._foot, self)
        self._commands |= self.looks.commands
        self._show_open(is_open=False)
        window_place.put(self, SIZE)

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
        page.worker.undone.connect(self._undid)
        page.worker.redone.connect(lambda label: self._said(tr("Done again: {label}"), label))
        page.worker.refused.connect(self._refused)
        page.worker.failed.connect(lambda error: show_fault(error, self))
        page.told.connect(self._told)
        page.commanded.connect(self.run)
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

    def offer(self, command: str, do: Callable[[], object]) -> None:
        """Let a command of the menus do this as long as the forum is open."""
        self._offered[command] = do

    def lock(self) -> None:
        """Close the forum, forget what was shown of it, and emit `locked`."""
        if self._close_forum():
            self.locked.emit()

    def run(self, command: str) -> None:
        """Do a command of the menus: the screen's own, else the window's."""
        own = self._of_screen(command)
        (own or self._offered.get(command) or self._commands.get(command, _nothing))()

    def can(self, command: str) -> bool:
        """Say whether a command would do something now."""
        if self._of_screen(command) is not None:
            return True
        workspace = self.page.worker.workspace if self.page else None
        if command in ("undo", "redo"):
            return bool(workspace and getattr(workspace, f"{command}_label"))
        return command in self._commands or command in self._offered

    def help(self) -> HelpDialog:
        """Show how to use the page that is shown."""
        dialog = HelpDialog(self.page.place if self.page else START, self)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)
        return dialog

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

    def leave(self) -> None:
        """Close without a question: it was answered, or the computer shuts down."""
        self._leaving = True
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the forum, waiting for what is being saved; ask first where the page wants that.

        Where something was not saved the window stays, to say so.
        """
        if not self._leaving and self._asks_before_leaving():
            event.ignore()
            return
        window_place.remember(self)
        worker = self.page.worker if self.page else None
        self._close_forum()
        if worker is not None and worker.lost and not self._leaving:
            event.ignore()
            self.locked.emit()
            return
        super().closeEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on by Tab as the window is read, and not as its parts were made.

        Qt asks for this also when what has the focus is hidden or disabled.
        """
        focus = focus_of(self)
        if self.page is None or focus is None or (focus.isVisible() and focus.isEnabled()):
            return step(self, forward=forward)
        focus.clearFocus()
        self.page.land_soon()
        return True

    def _asks_before_leaving(self) -> bool:
        page = self._stack.currentWidget()
        return page is not None and isinstance(page, Asking) and page.asks_before(self.leave)

    def _ask_and_lock(self) -> None:
        """Lock as a person wishes, who is there to be asked; an idle computer just locks."""
        if not (self.page and self.page.asks_before(self.lock)):
            self.lock()

    def _enter(self, pane: QWidget) -> None:
        target = next(stops(pane), None)
        if isinstance(pane, Navigation):
            target = pane.current()
        elif pane is not self._foot and self.page and self.page.screen_shown:
            target = self.page.screen_shown.landing() or target
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _of_screen(self, command: str) -> Callable[[], object] | None:
        """Return what a command does on the screen that is shown, unless that is off."""
        screen = self.page.screen_shown if self.page else None
        return screen.command(command) if screen and screen.isEnabled() else None

    def _own_commands(self) -> dict[str, Callable[[], object]]:
        return {
            "lock": self._ask_and_lock,
            "close": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "pane": self.next_pane,
            "help": self.help,
            "log": self._log,
        }

    def _lay_out(self) -> None:
        whole = QWidget()
        column = stacked(whole)
        column.addWidget(self._stack, 1)
        column.addWidget(self._undoing)
        column.addWidget(self._foot)
        self.setCentralWidget(whole)
        self._foot.undo_pressed.connect(self._undo)
        self._foot.lock_pressed.connect(self._ask_and_lock)
        self._foot.backup_pressed.connect(lambda: self.run("backups"))

    def _put(self, page: QWidget) -> None:
        while (before := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._stack.addWidget(page)

    def _show_open(self, *, is_open: bool, name: str = "") -> None:
        self._menus.set_open(is_open=is_open)
        self._foot.set_open(is_open=is_open)
        self.setWindowTitle(f"{name} \N{EN DASH} {TITLE}" if name else TITLE)

    def _close_forum(self) -> bool:
        """Take the forum off the screen, then close it; what goes wrong meanwhile is shown."""
        if self.page is None:
            return False
        page, self.page = self.page, None
        self._stack.removeWidget(page)
        page.deleteLater()
        self._idle.stop()
        self._toast.forget()
        self._undoing.forget()
        self._offered.clear()
        self._menus.set_places([], page.go)
        self._show_open(is_open=False)
        try:
            with ExitStack() as last:  # the last one named is done first, and each is done
                last.callback(self._close)
                last.callback(page.worker.close)
                last.callback(page.put_away)
                for dialog in self.findChildren(QDialog):
                    last.callback(dialog.reject)
        except UserError as error:
            self._refused(error)
        except Exception as error:  # noqa: BLE001  # whatever it is, the forum is off the screen
            show_fault(error, self)
        return True

    def _undo(self) -> None:
        label = self.page.worker.workspace.undo_label if self.page else None
        if self.page and label and not self._undoing.isVisible():  # once is enough
            self._toast.forget()
            self._bins = self.page.worker.workspace.undo_bins
            words = tr("Taking back: {label}…").format(label=label)
            self._undoing.follow(self.page.worker.undo(), words)

    def _log(self) -> None:
        if self.page:
            self.page.go("log")

    def _redo(self) -> None:
        label = self.page.worker.workspace.redo_label if self.page else None
        if self.page and label and not self._undoing.isVisible():
            self._toast.forget()
            words = tr("Doing again: {label}…").format(label=label)
            self._undoing.follow(self.page.worker.redo(), words)

    def _changed(self, _tables: frozenset[str]) -> None:
        self._foot.set_saved(datetime.now().astimezone())
        self._tell_undo()

    def _tell_undo(self) -> None:
        if self.page:
            self._foot.set_undo(self.page.worker.workspace.undo_label)

    def _undid(self, label: str | None) -> None:
        binned = tr("Undone: {label}. What was typed is in the bin.")
        self._said(binned if self._bins else tr("Undone: {label}"), label)

    def _said(self, words: str, label: str | None) -> None:
        if label is not None:
            self._toast.tell(words.format(label=label))

    def _refused(self, error: UserError) -> None:
        if error.is_unsaved:
            self._foot.set_not_saved()
        self._toast.tell(error.beside_a_field)

    def _told(self, words: str, undo: bool) -> None:  # noqa: FBT001 - a signal passes by place
        self._toast.tell(words, self._undo if undo else None)


def _nothing() -> None:
    """Do nothing: neither the screen nor the window knows the command."""
