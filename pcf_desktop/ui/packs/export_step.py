"""Last step: the folder, the kinds of file, the writing, and what was written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from pcf_desktop.errors import UserError
from pcf_desktop.exporters.formats import FORMATS, Exported
from pcf_desktop.exporters.made import Exporter
from pcf_desktop.services.packs import exporting, packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.services.packs.privacy import PrivacyFinding
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.progress_panel import ProgressPanel
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.file_dialog import ask_folder
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.newest import Newest
from pcf_desktop.ui.packs.privacy_card import PrivacyCard
from pcf_desktop.ui.packs.tick_row import TickRow
from pcf_desktop.ui.packs.trouble import Trouble
from pcf_desktop.ui.packs.written import WrittenFiles
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.worker import Job

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Desk
    from pcf_desktop.workspace import Workspace


class ExportStep(QWidget):
    """Emits `moved` when writing begins or ends, and when a choice has changed."""

    moved = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._plan: PackPlan | None = None
        self.job: Job | None = None
        self.summary = ErrorSummary()
        self.trouble = Trouble()
        self.trouble.again.connect(self.export)
        self.progress = ProgressPanel(tr("Writing the pack"))
        self.folder = TextField(
            tr("Folder"), tr("The files are put here. Nothing that is here already is replaced.")
        )
        self.folder.set_value(_documents())
        self.choose = Button(tr("Choose a folder"), icon="folder-open")
        self.choose.clicked.connect(self._choose)
        self.folder.add_beside(self.choose)
        self.privacy = PrivacyCard()
        self._looking = Newest(desk.worker, self)
        self.ticks: list[tuple[TickRow, Exporter]] = []
        self.kinds = self._make_kinds()
        self._form = Card(tr("Where the pack goes"))
        self._form.add(self.folder, self.kinds)
        self.written = WrittenFiles()
        self.written.hide()
        shown = (
            self.summary, self.trouble, self.progress, self.privacy, self._form, self.written,
        )  # fmt: skip
        stacked(self, *shown, gap=2).addStretch(1)

    @property
    def is_done(self) -> bool:
        """Whether the pack was written."""
        return self.written.isVisibleTo(self)

    def show_plan(self, plan: PackPlan) -> None:
        """Offer to write a pack of this plan."""
        self._plan = plan
        self.trouble.hide()
        self.summary.clear()
        self.written.hide()
        self._form.show()
        self.privacy.show()
        self.privacy.show_looking()
        workspace = self._desk.worker.workspace
        self._looking.run(lambda _progress: _found(workspace, plan), self._show_found)

    def formats(self) -> Sequence[Exporter]:
        """Return the kinds of file that are ticked."""
        return [each for row, each in self.ticks if row.check.isChecked()]

    def export(self) -> None:
        """Write the files, off the GUI thread; nothing is begun while something is missing."""
        plan, formats = self._plan, self.formats()
        if plan is None or self.job is not None or not self._check():
            return
        folder = Path(self.folder.value())
        plan = replace(plan, reason=self.privacy.reason.value().strip())
        today = datetime.now().astimezone().date()
        workspace = self._desk.worker.workspace
        job = self._desk.worker.run(
            lambda progress: exporting.export(workspace, plan, folder, today, progress, formats)
        )
        self.job = job
        self.trouble.hide()
        self.progress.follow(job)
        job.done.connect(self._written)
        job.refused.connect(self._refused)
        job.cancelled.connect(self._stopped)
        job.ended.connect(self._ended)
        self.moved.emit()

    def show_written(self, files: Sequence[Exported]) -> None:
        """Show what was written."""
        self._form.hide()
        self.privacy.hide()
        self.written.show_files(files)
        self.written.show()

    def first_focus(self) -> QWidget:
        """Return the folder, or what to do next."""
        if self.is_done:
            return self.written.open
        return self.trouble.button if self.trouble.isVisible() else self.folder.control

    def stop(self) -> None:
        """Stop the writing and the looking, as when the forum is locked."""
        self._looking.stop()
        if self.job is not None:
            self.job.cancel()

    def _make_kinds(self) -> Field:
        box = QWidget()
        column = stacked(box, gap=0.5)
        for each in FORMATS:
            row = TickRow(each.name, Text(each.about, Role.SMALL, "muted"))
            row.check.setChecked(each.is_usual)
            row.check.toggled.connect(lambda _on: self.moved.emit())
            self.ticks.append((row, each))
            column.addWidget(row)
        box.setFocusProxy(self.ticks[0][0].check)
        return Field(tr("Kinds of file"), box)

    def _check(self) -> bool:
        folder = self.folder.value()
        there = bool(folder) and Path(folder).is_absolute()
        self.folder.set_problem("" if there else tr("Choose a folder."))
        self.kinds.set_problem("" if self.formats() else tr("Tick at least one kind of file."))
        may_go = self.privacy.check()
        fields = [self.privacy.reason, self.folder, self.kinds]
        return not self.summary.show_problems(fields) and may_go

    def _show_found(self, found: Sequence[PrivacyFinding]) -> None:
        self.privacy.show_findings(found)
        self.moved.emit()

    def _choose(self) -> None:
        folder = ask_folder(self, tr("Choose a folder for the pack"), self.folder.value())
        if folder:
            self.folder.set_value(str(folder))

    def _written(self, files: Sequence[Exported]) -> None:
        if isValid(self):
            self.show_written(files)
            self._desk.tell(tr("The pack is written"))

    def _refused(self, error: UserError) -> None:
        if isValid(self):
            self.trouble.show_error(error)

    def _stopped(self) -> None:
        if isValid(self):
            self.trouble.say(tr("Stopped. Nothing was added to the packs made."))

    def _ended(self) -> None:
        if isValid(self):
            self.job = None
            self.moved.emit()


def _found(workspace: "Workspace", plan: PackPlan) -> Sequence[PrivacyFinding]:
    """Return what the privacy check finds in a pack as it would be made now."""
    with workspace.read() as session:
        return packs.drafted(session, plan, datetime.now().astimezone().date()).findings


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
