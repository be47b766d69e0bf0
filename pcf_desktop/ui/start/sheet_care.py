"""What an open forum says of its recovery sheet, and the way to a new one."""

from PySide6.QtCore import QObject

from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.faults import show_fault
from pcf_desktop.ui.forum_page import ForumPage
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.start.new_sheet import NewSheet
from pcf_desktop.workspace.opening import OpenForum


class SheetCare(QObject):
    """Offers a new recovery sheet in the menu, and above the pages if none was ever checked."""

    def __init__(self, forum: OpenForum, name: str, window: MainWindow, page: ForumPage) -> None:
        super().__init__(page)
        self._forum, self._name, self._window, self._page = forum, name, window, page
        self._notice: Banner | None = None
        window.offer("sheet", self.renew)
        if not (forum.sheet_checked or forum.by_recovery_key):
            button = Button(tr("New recovery sheet…"))
            button.clicked.connect(self.renew)
            self._notice = page.warn(
                tr(
                    "The recovery sheet of this forum was never checked. "
                    "If the passphrase is lost, nobody can open it."
                ),
                Level.AMBER,
                button,
            )

    def renew(self) -> NewSheet:
        """Show the way to a new sheet."""
        dialog = NewSheet(self._forum.folder.envelope, self._name, self._window)
        dialog.accepted.connect(self._renewed)
        dialog.failed.connect(lambda error: show_fault(error, self._window))
        dialog.open()
        return dialog

    def _renewed(self) -> None:
        if self._notice is not None:
            self._notice.hide()
        self._page.tell(tr("The new recovery sheet is valid. The old one no longer opens it."))
