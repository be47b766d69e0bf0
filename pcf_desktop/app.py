"""The program, put together: the start, the places of an open forum, and what closes it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from pcf_desktop.errors import UserError
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.forum import forums
from pcf_desktop.services.home import home
from pcf_desktop.ui.appearance import remembered
from pcf_desktop.ui.backups import BackupList
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.faults import show_fault
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.forum_page import ForumPage, Place, Sign
from pcf_desktop.ui.home.home import Home
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.meetings.meetings import Meetings
from pcf_desktop.ui.one_window import OneWindow
from pcf_desktop.ui.packs.packs import Packs
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.sort.sort import Sort
from pcf_desktop.ui.start import not_saved
from pcf_desktop.ui.start.page import StartPage
from pcf_desktop.ui.start.passphrase_care import PassphraseCare
from pcf_desktop.ui.start.sheet_care import SheetCare
from pcf_desktop.ui.start.start import Start, tell_closed
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.ui.upkeep import Upkeep
from pcf_desktop.workspace.guard import Rescue
from pcf_desktop.workspace.last_seen import Older, Rewritten
from pcf_desktop.workspace.opening import OpenForum

SETTLE = 700
"""Milliseconds that a screen gets to load before its picture is taken."""


GROUPS = (
    ("home", "log", "sort", "feedback", "surveys"),
    ("inspection", "priorities", "reach"),
    ("meetings", "packs", "said_and_done", "forum"),
)
"""The twelve places of the navigation, whose order stays when one of them is still to come."""


def places() -> Sequence[Sequence[Place]]:
    """Return the places of an open forum that there are, in the groups of the navigation."""
    to_sort, comments = feedback.count_to_sort, feedback.count
    there = {
        place.key: place
        for place in (
            Place("home", tr("Home"), "house", Home),
            Place("log", tr("Log"), "plus-circle", Log, only_writes=True),
            Place("sort", tr("Sort"), "tray", Sort, only_writes=True, count=to_sort),
            Place("feedback", tr("Feedback"), "chat-text", FeedbackList, count=comments),
            Place("surveys", tr("Surveys"), "clipboard-text", Surveys),
            Place("priorities", tr("Priorities"), "target", Priorities, count=home.listed),
            Place("packs", tr("Packs"), "file-text", Packs, count=home.packs_made),
            Place("meetings", tr("Meetings"), "users-three", Meetings),
        )
    }
    grouped = [[there.pop(key) for key in group if key in there] for group in GROUPS]
    if there:
        raise ValueError(f"In no group of the navigation: {', '.join(there)}")
    return grouped


class Program:
    """One window: locked it shows the start, open it shows a forum."""

    def __init__(self, place: Path | None = None, window: MainWindow | None = None) -> None:
        self.window = window or MainWindow(remembered())
        self.window.locked.connect(self._ask_again)
        self._one_window = OneWindow(self.window)
        self._place = place
        self._last: Path | None = None
        self._lost: Mapping[str, BaseException] = {}
        self.pages: Start | None = None

    def start(self) -> None:
        """Show the start, and say what the last closing did not save."""
        self._show_start()
        self._tell_lost()

    def tell_closed(self, page: StartPage, closed: Mapping[Path, OSError]) -> None:
        """Say on the first page where this computer does not let us look for forums."""
        tell_closed(page, closed)

    def _show_start(self) -> None:
        self.begin().welcome()

    def begin(self) -> Start:
        """Return the pages of the start, shown in the window without any page yet."""
        self.pages = Start(self._place)
        self.pages.ready.connect(self.open)
        self.pages.elsewhere.connect(self.window.close)
        self.pages.failed.connect(lambda error: show_fault(error, self.window))
        self.window.show_start(self.pages)
        return self.pages

    def open(self, forum: OpenForum) -> None:
        """Show an open forum, or say on the start why not even its name can be read."""
        try:
            with forum.workspace.read() as session:
                about = forums.the_forum(session)
        except UserError as error:
            forum.close()
            if self.pages is None:
                raise
            self.pages.welcome()
            self.pages.say(error)
            return
        if self.pages is not None:
            self.pages.put_away()
            self.pages = None
        sign = Sign(about.name, about.area, _notice(forum, made_up=about.sample is not None))
        page = self.window.open_forum(
            forum.workspace, sign, places(), lambda: self._close(forum, page.worker.lost)
        )
        self._one_window.begin(forum)
        Upkeep(forum, page.worker, page).said.connect(self.window.set_backup)
        looking = page.worker.run(forum.look_over)
        looking.done.connect(lambda damage: page.warn(damage) if damage else None)
        self._last = forum.folder.path
        page.worker.rescued.connect(lambda rescue: self._rescued(forum, page, rescue))
        self.window.offer("find", lambda: _search(page))
        self.window.offer("backups", lambda: BackupList(page.worker, self.window).open())
        self._ask_what_is_odd(forum, page)
        if about.sample is None and not forum.workspace.is_read_only:
            for care in (SheetCare, PassphraseCare):
                care(forum, about.name, self.window, page)

    def _ask_what_is_odd(self, forum: OpenForum, page: ForumPage) -> None:
        if forum.odd is not None:
            self._ask_whether_meant(forum, forum.odd, page)
        jump = None if forum.workspace.is_read_only else forum.clock_jump()
        if jump is not None:
            self._ask(page, jump.words, tr("Yes, the date is right"), forum.accept_clock)

    def _rescued(self, forum: OpenForum, page: ForumPage, rescue: Rescue) -> None:
        """Say what another program did to the open files; the window has gone over already."""
        page.warn(rescue.words)
        if rescue.folder.path != self._last:
            self._last = rescue.folder.path
            self._one_window.close()
            self._one_window.begin(forum)

    def _ask_again(self) -> None:
        self._show_start()
        if self.pages is not None and self._last is not None:
            self.pages.ask_again(self._last)
        self._tell_lost()

    def _ask_whether_meant(self, forum: OpenForum, odd: Older | Rewritten, page: ForumPage) -> None:
        """Say of a file that it is not the one last seen here, until the person accepts it."""
        self._ask(page, odd.words, tr("Yes, use this one"), forum.accept)

    def _ask(self, page: ForumPage, words: str, yes: str, accept: Callable[[], None]) -> None:
        """Say something above the page until the person presses its button."""
        button = Button(yes)
        notice = page.warn(words, Level.AMBER, button)

        def take() -> None:
            accept()  # here and now, so that a lock right after it finds it done
            notice.hide()

        button.clicked.connect(take)

    def _close(self, forum: OpenForum, lost: Mapping[str, BaseException]) -> None:
        self._lost = lost
        if lost:  # at a log-off nobody is told now
            not_saved.keep(list(lost))
        self._one_window.close()
        forum.close()

    def _tell_lost(self) -> None:
        kept = dict.fromkeys(not_saved.take())
        lost, self._lost = self._lost or kept, {}
        if lost and self.pages is not None:
            self.pages.say(not_saved.told(lost))


def _search(page: ForumPage) -> None:
    """Search what families said, from a place that has nothing of its own to search."""
    page.go("feedback")
    find = page.screen_shown.command("find") if page.screen_shown else None
    if find is not None:
        find()


def picture(program: Program, folder: Path) -> list[Path]:
    """Write a picture of each place of the open forum, as it looks in the window."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    page = program.window.page
    for group in places():
        for place in group:
            if page is not None:
                page.go(place.key)
            _settle()
            written.append(folder / f"{place.key}.png")
            program.window.grab().save(str(written[-1]))
    return written


def _settle() -> None:
    """Let the window take in what its worker brings."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE, loop.quit)
    loop.exec()


def _notice(forum: OpenForum, *, made_up: bool) -> str:
    words = list(forum.warnings)
    if made_up:
        words.append(tr("Made-up data. The inspection is real; the families are invented."))
    return " ".join(words)
