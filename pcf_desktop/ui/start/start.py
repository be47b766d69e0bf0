"""The start, from choosing a forum to having it open."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from pcf_desktop import paths
from pcf_desktop.days import day
from pcf_desktop.errors import UserError
from pcf_desktop.progress import Progress
from pcf_desktop.services.forum import forums
from pcf_desktop.services.samples import demo_forum
from pcf_desktop.ui.background import Background
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.one_window import Call
from pcf_desktop.ui.start.folder_name import folder_name, free
from pcf_desktop.ui.start.make import MakeForum, NewForum
from pcf_desktop.ui.start.page import StartPage
from pcf_desktop.ui.start.recovery import Recovery
from pcf_desktop.ui.start.unlock import Unlock
from pcf_desktop.ui.start.welcome import Welcome, forums_in
from pcf_desktop.ui.words import clock
from pcf_desktop.workspace import backup, forum_folder, keys, opening
from pcf_desktop.workspace.backup import Backup
from pcf_desktop.workspace.faults import ForumFault, InUse
from pcf_desktop.workspace.opening import OpenForum


class Start(QStackedWidget):
    """Shows one page at a time; `ready` with the open forum, `failed` with a fault of ours.

    `elsewhere` tells that the forum is open in another window, which has come to the front.
    """

    ready = Signal(OpenForum)
    elsewhere = Signal()
    failed = Signal(Exception)

    def __init__(self, place: Path | None = None) -> None:
        super().__init__()
        self._place = place or paths.forums()
        self._background = Background(self)

    def welcome(self) -> None:
        """Show the forums of this computer, and which folders it does not let us look into."""
        own, closed = forums_in(self._place)
        page = Welcome(own, place=self._place)
        page.opened.connect(self.unlock)
        page.wanted.connect(self.make)
        page.tried.connect(self.try_made_up)
        self._show(page)
        tell_closed(page, closed)

    def unlock(self, folder: Path) -> None:
        """Ask for a forum's passphrase; a folder that holds no forum is said so at once.

        Of a backup a forum is made, and opened.
        """
        try:
            found = forum_folder.look(folder)
            copy = backup.found_in(folder)
        except UserError as error:
            self.say(error)
            return
        if copy is not None:
            self._offer(copy)
            return
        page = Unlock(folder.name)
        for warning in found.warnings:
            page.add(Banner(warning, Level.AMBER))
        page.given.connect(lambda words, by_key: self._open(page, folder, words, by_key=by_key))
        page.back.connect(self.welcome)
        self._show(page)
        # Nobody should type a passphrase only to hear that the forum is open already.
        self._call(folder, lambda: None)

    def make(self) -> None:
        """Ask for a new forum's name, area and passphrase."""
        page = MakeForum()
        page.given.connect(lambda new: self._make(page, new))
        page.back.connect(self.welcome)
        self._show(page)

    def ask_again(self, folder: Path) -> None:
        """Ask for the passphrase of the forum that was just locked; a made-up one has none."""
        self.welcome()
        if not folder.is_relative_to(_made_up()):
            self.unlock(folder)

    def asks_before(self, go: Callable[[], object]) -> bool:
        """Ask before something that is shown only once is gone; say whether it asks."""
        page = self.currentWidget()
        return isinstance(page, Recovery) and page.asks_before(go)

    def put_away(self) -> None:
        """Wait for what is under way."""
        self._background.close()

    def _open(self, page: Unlock, folder: Path, words: str, *, by_key: bool) -> None:
        unlock = _unlock(words, by_key=by_key)
        page.set_waiting(waiting=True)
        self._run(
            lambda _progress: opening.open_forum(folder, unlock),
            self.ready.emit,
            self._or_call(folder, lambda error: page.refuse(str(error))),
        )

    def _offer(self, copy: Backup) -> None:
        """Offer to make a forum of a backup, which itself is never opened."""
        at = copy.taken.astimezone()
        holds = tr(", with {comments}").format(comments=copy.head.comments) if copy.head else ""
        page = Unlock(copy.of, f"{day(at)}, {clock(at)}{holds}")
        seen = opening.last_used(copy)
        if seen is not None:
            said = tr("The forum itself, as last used on this computer, is {when}.")
            page.add(Banner(said.format(when=seen.words), Level.AMBER))
        page.given.connect(lambda words, by_key: self._restore(page, copy, words, by_key=by_key))
        page.back.connect(self.welcome)
        self._show(page)

    def _restore(self, page: Unlock, copy: Backup, words: str, *, by_key: bool) -> None:
        unlock = _unlock(words, by_key=by_key)
        made = tr("copy of {day}").format(day=day(copy.taken.astimezone()))
        folder = free(self._place / f"{folder_name(copy.of)} ({made})")
        page.set_waiting(waiting=True)

        def work(_progress: Progress) -> OpenForum:
            opening.restore_as_forum(copy, folder, unlock)
            return opening.open_forum(folder, unlock)

        self._run(work, self.ready.emit, lambda error: page.refuse(str(error)))

    def _make(self, page: MakeForum, new: NewForum) -> None:
        folder = self._place / folder_name(new.name)
        page.set_waiting(waiting=True)

        def work(_progress: Progress) -> str:
            return opening.make(
                folder,
                new.passphrase,
                lambda session: forums.begin(session, new.name, new.area),
            )

        self._run(work, lambda key: self._show_key(folder, new, str(key)), page.refuse)

    def _show_key(self, folder: Path, new: NewForum, key: str) -> None:
        page = Recovery(new.name, key)
        unlock = opening.with_passphrase(new.passphrase)

        def work(_progress: Progress) -> OpenForum:
            forum = opening.open_forum(folder, unlock)
            with suppress(ForumFault):  # then the next opening asks for a sheet once more
                keys.note_sheet_checked(forum.folder.envelope)
            return forum

        def go_back() -> None:
            if not page.asks_before(self.welcome, tr("Go back without the sheet")):
                self.welcome()

        page.done.connect(lambda: self._run(work, self.ready.emit, self._or_call(folder, self.say)))
        page.back.connect(go_back)
        self._show(page)

    def try_made_up(self, key: str) -> None:
        """Open a made-up forum, made when it is first wanted."""
        folder = _made_up() / key

        def work(_progress: Progress) -> OpenForum:
            if not forum_folder.is_forum(folder):
                demo_forum.make(folder, key)
            return opening.open_forum(folder, opening.with_passphrase(demo_forum.PASSPHRASE))

        self._run(work, self.ready.emit, self._or_call(folder, self.say))

    def _or_call(
        self, folder: Path, refused: Callable[[UserError], object]
    ) -> Callable[[UserError], None]:
        """Return what to do when a forum does not open: of one in use, the window is called."""

        def tell(error: UserError) -> None:
            if isinstance(error, InUse):
                self._call(folder, lambda: refused(error))
            else:
                refused(error)

        return tell

    def _call(self, folder: Path, otherwise: Callable[[], object]) -> None:
        """Call the window that has a forum open, unless the person goes to another page first."""
        page = self.currentWidget()

        def ended(came: bool) -> None:  # noqa: FBT001 - a signal passes by place
            if self.currentWidget() is page:
                (self.elsewhere.emit if came else otherwise)()

        Call(folder, self).ended.connect(ended)

    def _run(
        self,
        work: Callable[[Progress], object],
        then: Callable[[object], object],
        refused: Callable[[UserError], object],
    ) -> None:
        job = self._background.run(work)
        job.done.connect(then)
        job.refused.connect(refused)
        job.failed.connect(self.failed)

    def say(self, error: UserError) -> None:
        """Put what happened above the page that is shown."""
        page = self.currentWidget()
        if isinstance(page, StartPage):
            page.say(error)

    def _show(self, page: StartPage) -> None:
        before = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()
        first = page.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def tell_closed(page: StartPage, closed: Mapping[Path, OSError]) -> None:
    """Say on a page where this computer does not let us look for forums."""
    for folder, error in closed.items():
        page.say(forum_folder.unreadable(folder, error))


def _made_up() -> Path:
    """Return the folder of the made-up forums, resolved as an open forum's own folder is."""
    return Path(os.path.realpath(paths.state() / "made-up"))


def _unlock(words: str, *, by_key: bool) -> opening.Unlock:
    return opening.with_recovery_key(words) if by_key else opening.with_passphrase(words)
