"""The way to another passphrase from the menu, and asked for after an opening by recovery sheet."""

from PySide6.QtCore import QObject

from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.forum_page import ForumPage
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.start.new_passphrase import PassphraseDialog
from pcf_desktop.workspace.backup import Backup
from pcf_desktop.workspace.faults import ForumFault
from pcf_desktop.workspace.opening import OpenForum


class PassphraseCare(QObject):
    """Offers another passphrase; what the recovery sheet has opened asks for one until it has."""

    def __init__(self, forum: OpenForum, name: str, window: MainWindow, page: ForumPage) -> None:
        super().__init__(page)
        self._forum, self._name, self._window, self._page = forum, name, window, page
        self._by_sheet, self._notice = forum.by_recovery_key, Banner("")
        window.offer("passphrase", self.ask)
        if self._by_sheet:
            button = Button(tr("Choose a new passphrase…"))
            button.clicked.connect(self.ask)
            words = tr("This forum was opened with the recovery sheet. Choose a new passphrase.")
            self._notice = page.warn(words, Level.AMBER, button)
            self.ask()

    def ask(self) -> PassphraseDialog:
        """Show the way to another passphrase."""
        dialog = PassphraseDialog(self._name, by_sheet=self._by_sheet, parent=self._window)
        dialog.page.given.connect(lambda old, new: self._give(dialog, old, new))
        dialog.open()
        return dialog

    def _give(self, dialog: PassphraseDialog, old: str | None, new: str) -> None:
        """Change it on the thread of the copies, so that none is made half-way."""
        job = self._page.worker.run(lambda _progress: self._forum.change_passphrase(old, new))
        job.done.connect(self._changed)
        job.done.connect(dialog.accept)
        job.refused.connect(dialog.page.refuse)
        job.failed.connect(dialog.reject)

    def _changed(self, copy: Backup | ForumFault) -> None:
        self._by_sheet = False
        self._notice.hide()
        if isinstance(copy, Backup):
            self._page.worker.backed_up.emit(copy)
            self._page.tell(tr("The passphrase is changed, and a copy of the forum is made."))
            return
        words = tr("The passphrase is changed, but no copy of the forum could be made. {why}")
        self._page.warn(words.format(why=f"{copy.happened} {copy.todo}"), Level.AMBER)
