"""The backups of the open forum, in words: one is made now, or one is brought back beside it."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from pcf_desktop.days import day
from pcf_desktop.errors import UserError
from pcf_desktop.ui import saving
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.start.folder_name import free
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import clock, count
from pcf_desktop.ui.worker import Worker
from pcf_desktop.workspace.backup import Backup, Reason

if TYPE_CHECKING:
    from pathlib import Path


class BackupList(QDialog):
    """Lists the copies that were finished, the newest first; nothing here changes the forum."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self.setWindowTitle(tr("Backups of this forum"))
        self._said = Text("", Role.STRONG)
        self._said.hide()
        self._rows = stacked()
        self._card = Card()
        self._card.body.addLayout(self._rows)
        scroll = Scroll()
        margin = space(0.75)
        scroll.body.setContentsMargins(margin, margin, margin, margin)
        words = tr(
            "Each is a whole, encrypted copy. Choose one to bring it back beside this forum, in a "
            "folder of its own. What you have now stays as it is."
        )
        for part in (Text(self.windowTitle(), Role.TITLE), Text(words), self._said, self._card):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        self.make_button = Button(tr("Back up now"))
        self.make_button.clicked.connect(self._back_up)
        saving.hold(worker, self.make_button)
        self.close_button = Button(tr("Close the list"), Rank.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        column = stacked(self, gap=1.5, around=(2.25, 2.25, 2.25, 2))
        column.addWidget(scroll, 1)
        column.addWidget(FlowRow(self.make_button, self.close_button, right=True))
        self.resize(space(84), space(70))
        self.finished.connect(self.deleteLater)
        worker.backed_up.connect(self._load)
        self._load()

    def _load(self) -> None:
        if isValid(self):
            copies = self._worker.run(lambda _progress: self._worker.workspace.copies())
            copies.done.connect(self._show)

    def _show(self, copies: Sequence[Backup]) -> None:
        if not isValid(self):
            return
        now = datetime.now().astimezone()
        clear(self._rows)
        for copy in copies:
            row = TaskRow(when(copy, now), about(copy))
            row.clicked.connect(lambda _on=False, copy=copy: self._ask(copy))
            self._rows.addWidget(row)
        if not copies:
            self._rows.addWidget(Text(tr("No backup yet. Make the first one now."), tone="muted"))

    def _back_up(self) -> None:
        job = self._worker.back_up(Reason.ASKED)
        job.done.connect(lambda _made: self._say(tr("Backed up.")))
        job.refused.connect(self._refused)

    def _ask(self, copy: Backup) -> None:
        folder = _beside(copy)
        words = tr(
            "A forum is made of it in the new folder “{folder}”, beside this one. It opens with "
            "the passphrase of that day. This forum stays as it is."
        )
        question = QuestionDialog(
            tr("Bring back the copy of {when}?").format(when=_lower(when(copy, _now()))),
            words.format(folder=folder.name),
            tr("Leave it"),
            tr("Bring it back beside this one"),
            self,
        )
        question.accepted.connect(lambda: self._restore(copy, folder))
        question.open()

    def _restore(self, copy: Backup, folder: "Path") -> None:
        job = self._worker.run(
            lambda _progress: self._worker.workspace.restore_beside(copy, folder)
        )
        done = tr("It is in the folder {folder}. Lock this forum to open it.")
        job.done.connect(lambda _done: self._say(done.format(folder=folder)))
        job.refused.connect(self._refused)

    def _refused(self, error: UserError) -> None:
        self._say(str(error))

    def _say(self, words: str) -> None:
        if isValid(self):
            self._said.setText(words)
            self._said.show()
            announce(self, words)
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)


def when(copy: Backup, now: datetime) -> str:
    """Return when a copy was made: `Today 10:29 am`, `Yesterday 4:02 pm`, `3 May 2026, 9:15 am`."""
    at = copy.taken.astimezone(now.tzinfo)
    apart = (now.date() - at.date()).days
    if apart == 0:
        return tr("Today {time}").format(time=clock(at))
    if apart == 1:
        return tr("Yesterday {time}").format(time=clock(at))
    return tr("{day}, {time}").format(day=day(at), time=clock(at))


def about(copy: Backup) -> str:
    """Return why a copy was made and what is in it: `Before the import, 256 comments`."""
    if copy.head is None:
        return _reasons()[copy.reason]
    comments = count(copy.head.counts.get("feedback", 0), tr("comment"), tr("comments"))
    return tr("{why}, {comments}").format(why=_reasons()[copy.reason], comments=comments)


def _reasons() -> dict[Reason, str]:
    return {
        Reason.KEY_FILE: tr("After the passphrase was changed"),
        Reason.UPDATE: tr("Before the update"),
        Reason.IMPORT: tr("Before the import"),
        Reason.MERGE: tr("Before two copies were put together"),
        Reason.DELETION: tr("Before the deletion"),
        Reason.ERASURE: tr("Before the erasure"),
        Reason.RESTORE: tr("Before going back to an older copy"),
        Reason.REGULAR: tr("Made by itself"),
        Reason.ASKED: tr("Made because you asked"),
        Reason.DAMAGED: tr("Damaged files, kept as they were"),
    }


def _beside(copy: Backup) -> "Path":
    """Return a folder beside the forum's that is not there yet."""
    at, forum = copy.taken.astimezone(), copy.folder.path.parent.parent
    made = tr("copy of {day} {time}").format(day=day(at), time=f"{at:%H.%M}")
    return free(forum.with_name(f"{forum.name} ({made})"))


def _now() -> datetime:
    return datetime.now().astimezone()


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
