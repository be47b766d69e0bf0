"""What the window shows while a forum is open: navigation, and one screen at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.lay import abreast, stacked
from pcf_desktop.ui.components.navigation import Navigation, NavItem
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Desk, Screen, focus_of
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session, Workspace


@dataclass(frozen=True)
class Place:
    """One place in the navigation, and how its screen is made when it is first visited."""

    key: str
    words: str
    icon: str
    make: Callable[[Desk], Screen]
    only_writes: bool = False
    """Whether there is nothing to do here but to save; then it is shown disabled where that is not
    possible."""
    count: "Callable[[Session], int] | None" = None
    """What is counted beside its word; quick, for it is asked after every change."""


@dataclass(frozen=True)
class Sign:
    """What the window says about the forum that is open; `notice` stands above every page."""

    name: str
    about: str = ""
    notice: str = ""


class ForumPage(QWidget):
    """The desk at which the screens work; made anew for each forum, gone when it is locked."""

    told = Signal(str, bool)
    commanded = Signal(str)
    hidden = Signal(str)

    def __init__(
        self, workspace: "Workspace", sign: Sign, places: Sequence[Sequence[Place]]
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._worker = Worker(workspace, self)
        self._places = {place.key: place for group in places for place in group}
        self._screens: dict[str, Screen] = {}
        self._hidden: dict[QWidget, str] = {}
        self.place = ""
        self.navigation = Navigation(
            [[NavItem(p.key, p.words, p.icon) for p in group] for group in places],
            tr("Places"),
            sign.name,
            sign.about,
        )
        self.navigation.chosen.connect(self.go)
        self.navigation.walked.connect(self._show)
        self.stack = QStackedWidget()
        self._lay_out(sign)
        self._landing = QTimer(self, singleShot=True, interval=0)
        self._landing.timeout.connect(self._land_if_lost)
        self._worker.changed.connect(lambda _tables: self._count())
        self._count()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @property
    def worker(self) -> Worker:
        """Runs the work on the forum."""
        return self._worker

    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def asks_before(self, go: Callable[[], object]) -> bool:
        """Ask before answers that are coming in are stopped; say whether it asks."""
        if not self._worker.importing:
            return False
        question = QuestionDialog(
            tr("Stop the import?"),
            tr("Answers are still coming in. If you leave now, none of them is kept."),
            tr("Go on importing"),
            tr("Stop the import"),
            self,
        )
        question.accepted.connect(go)
        question.open()
        return True

    def go(self, place: str, subject: object = None) -> None:
        """Show a place, perhaps at one subject there, with the focus on its first field."""
        self._show(place, subject)
        self.land()

    def land(self) -> None:
        """Put the focus on the first field of the screen that is shown."""
        first = self.screen_shown.landing() if self.screen_shown else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def land_soon(self) -> None:
        """Put the focus there once the page is rearranged, for what had it is gone or off."""
        self._landing.start()

    def _focus_moved(self, _old: QObject | None, now: QObject | None) -> None:
        if now is None:  # also when another window comes to the front; then it is kept in this one
            self.land_soon()

    def _land_if_lost(self) -> None:
        if self.isVisible() and focus_of(self.window()) is None:
            self.land()

    def _count(self) -> None:
        """Count anew what stands beside the places, wherever a change was made."""
        counted = {key: place.count for key, place in self._places.items() if place.count}

        def count(session: "Session") -> dict[str, int]:
            return {key: of(session) for key, of in counted.items()}

        if counted:
            self._worker.latest("counts beside the places", count).done.connect(self._show_counts)

    def _show_counts(self, counts: dict[str, int]) -> None:
        for place, found in counts.items():
            self.navigation.set_count(place, found or None)

    def _show(self, place: str, subject: object = None) -> None:
        """Show a place; its screen is made at the first visit."""
        if place not in self._screens:
            screen = self._places[place].make(self)
            locked = self._places[place].only_writes and self._worker.workspace.is_read_only
            screen.setDisabled(locked)
            self._screens[place] = screen
            self.stack.addWidget(screen)
        screen = self._screens[place]
        self.stack.setCurrentWidget(screen)
        self.navigation.set_current(place)
        self.hidden.emit(self._hidden.get(screen, ""))
        if subject is not None:
            screen.show_subject(subject)
        self.place = place

    def run(self, command: str) -> None:
        """Have the window do one of its commands."""
        self.commanded.emit(command)

    def tell(self, words: str, *, undo: bool = False) -> None:
        """Say what was done."""
        self.told.emit(words, undo)

    def warn(self, words: str, level: Level = Level.BAD, button: Button | None = None) -> Banner:
        """Say what was found out about the file while it was open, above every page."""
        banner = Banner("", level, button)
        self._frame.setContentsMargins(space(3.5), space(), space(3.5), 0)
        self._notices.addWidget(banner)
        banner.set_words(words)
        return banner

    def set_hidden(self, words: str, screen: QWidget) -> None:
        """Say what a screen hides, as long as it is shown."""
        self._hidden[screen] = words
        if screen is self.screen_shown:
            self.hidden.emit(words)

    def put_away(self) -> None:
        """Let the screens keep their drafts, and wait for the work under way."""
        for screen in self._screens.values():
            screen.put_away()
        self._worker.close()

    def _lay_out(self, sign: Sign) -> None:
        right = stacked()
        self._notices = stacked(gap=1)
        if sign.notice:
            self._notices.addWidget(Banner(sign.notice, Level.AMBER))
        self._frame = frame = QVBoxLayout()
        frame.setContentsMargins(space(3.5), space() if sign.notice else 0, space(3.5), 0)
        frame.addLayout(self._notices)
        right.addLayout(frame)
        right.addWidget(self.stack, 1)
        row = abreast(self, self.navigation)
        row.addLayout(right, 1)
