"""A page of the window: its head, its body, and when it looks again at what is kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from pcf_desktop.progress import Progress
from pcf_desktop.ui import saving
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import abreast, stacked
from pcf_desktop.ui.components.page_header import PageHeader
from pcf_desktop.ui.components.rule import Divider
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.reading_order import stops
from pcf_desktop.ui.saving import Saves
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.worker import Job, Query, Worker

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

T = TypeVar("T")

LISTS = frozenset({"term", "term_alias", "term_list"})
COMMENTS = frozenset({"feedback", "consent", "survey", "question", "option", "answer", "term"})
PRIORITIES = frozenset(
    {
        *("priority", "keyword", "link", "question_priority", "forum"),
        *("judgement", "area_view", "forum_view", "rag_key", "inspection_event"),
    }
)
"""Tables that are read together, for the `tables` of those screens that show these."""


class Desk(Protocol):
    """What a screen may ask of the window."""

    @property
    def worker(self) -> Worker:
        """Runs the work."""

    def go(self, place: str, subject: object = None) -> None:
        """Show another place, perhaps at one subject there."""

    def run(self, command: str) -> None:
        """Do a command of the window's, as the menus do."""

    def tell(self, words: str, *, undo: bool = False) -> None:
        """Say what was done, with an Undo button for the last change."""

    def set_hidden(self, words: str, screen: QWidget) -> None:
        """Say in the status bar, while this screen is shown, what its filters hide."""


class Screen(QWidget):
    """A page: a `header` and a `body`, which scroll together when the text is large.

    A subclass names the `tables` it shows, fills `body` in `__init__`, and loads in `load`, which
    runs when the screen is first shown, and again when one of its tables has changed.
    """

    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.desk = desk
        self._stale = True
        self.header = PageHeader(title, subtitle)
        self.body = stacked(gap=2)
        self._scroll = scroll = Scroll()
        scroll.body.setContentsMargins(space(3.5), space(2.5), space(3.5), space(2.5))
        scroll.body.addWidget(self.header)
        scroll.body.addLayout(self.body, 1)
        whole = stacked(self)
        whole.addWidget(scroll, 1)
        desk.worker.changed.connect(self._changed)

    def load(self) -> None:
        """Fetch what the screen shows and show it."""

    def show_subject(self, subject: object) -> None:
        """Show one subject, as another screen asked for; most screens have none."""

    def first_focus(self) -> QWidget | None:
        """Return the first useful field, which has the focus when the screen opens."""
        return self.header.search

    def landing(self) -> QWidget | None:
        """Return what the focus goes to: the first useful field, or the next that is there."""
        first = self.first_focus()
        there = first is not None and first.isEnabled() and first.isVisibleTo(self)
        return first if there else next(stops(self), first)

    def command(self, key: str) -> Callable[[], object] | None:
        """Return what a command of the menus does on this screen, or None when nothing."""
        search = self.header.search
        there = search is not None and search.isVisibleTo(self)
        return search.come if key == "find" and search is not None and there else None

    @contextmanager
    def rearranged(self) -> Iterator[None]:
        """Show and hide parts of the page; a focus that was in one goes to the first field."""
        before = focus_of(self.window())
        yield
        gone = before is not None and self.isAncestorOf(before) and not before.isVisible()
        first = self.landing()
        if gone and first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Keep drafts, for the forum is about to be locked or closed."""

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Add widgets to the body, below each other."""
        for widget in widgets:
            self.body.addWidget(widget, stretch)

    def add_foot(self, *widgets: QWidget) -> None:
        """Keep widgets in view below what scrolls, the first with the room: how a form is ended."""
        self._scroll.body.setContentsMargins(space(3.5), space(2.5), space(3.5), space())
        foot = abreast(gap=2, around=(3.5, 1.5, 3.5, 1.5))
        for place, widget in enumerate(widgets):
            foot.addWidget(widget, 0 if place else 1)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.addWidget(Divider())
            outer.addLayout(foot)

    def add_bar(self, *buttons: QWidget) -> QWidget:
        """Keep the buttons of steps in view below what scrolls; return the bar, to be hidden."""
        row, bar = FlowRow(*buttons), QWidget()
        row.setContentsMargins(space(3.5), space(1), space(3.5), space(1.5))
        stacked(bar, Divider(), row)
        outer = self.layout()
        if outer is not None:
            outer.addWidget(bar)
        return bar

    def read(
        self, work: "Callable[[Session], T]", then: Callable[[T], object] | None = None
    ) -> Query[T]:
        """Read off the GUI thread, then call `then` with what came, while the screen is there."""
        query = self.desk.worker.read(work)
        self._connect(query, then)
        return query

    def latest(
        self,
        topic: str,
        work: "Callable[[Session], T]",
        then: Callable[[T], object] | None = None,
    ) -> Query[T]:
        """Read as `read`; an older query of the same topic is dropped."""
        query = self.desk.worker.latest(f"{type(self).__name__} {topic}", work)
        self._connect(query, then)
        return query

    def change(
        self,
        action: str,
        work: "Callable[[Session, Progress], T]",
        then: Callable[[T], object] | None = None,
        *,
        label: str = "",
    ) -> Job[T]:
        """Change what is kept as one step that can be undone; `Workspace.change` has the names."""
        job = self.desk.worker.change(action, work, label=label)
        self._connect(job, then)
        return job

    def saves(self, *parts: Saves, when: bool = True) -> None:
        """Mark what saves: where nothing can be saved it is disabled, and says why."""
        saving.hold(self.desk.worker, *parts, when=when)

    def or_why(self, work: Callable[[], object]) -> Callable[[], object]:
        """Return work that saves, for a key; where nothing can be saved, what says so instead."""
        why = saving.why_not(self.desk.worker)
        return (lambda: self.desk.tell(f"{why}.")) if why else work

    def fetch_rows(
        self, work: "Callable[[Session, Sequence[int]], Mapping[int, T]]"
    ) -> Callable[[Sequence[int], Callable[[Mapping[int, T]], object]], None]:
        """Return what a `RecordTable` asks for its rows, answered off the GUI thread."""

        def fetch(keys: Sequence[int], deliver: Callable[[Mapping[int, T]], object]) -> None:
            self.read(lambda session: work(session, keys), deliver)

        return fetch

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Load when shown for the first time, or after a change behind its back."""
        super().showEvent(event)
        self._load_if_stale()

    def _connect(self, job: Job[T], then: Callable[[T], object] | None) -> None:
        def there(result: T) -> None:
            if then is not None and isValid(self):
                then(result)

        job.done.connect(there)

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.tables:
            self._stale = True
            if self.isVisible():
                self._load_if_stale()

    def _load_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.load()


def focus_of(window: QWidget) -> QWidget | None:
    """Return what has the focus in a window, or would have it if the window were in front."""
    return window.focusWidget()
