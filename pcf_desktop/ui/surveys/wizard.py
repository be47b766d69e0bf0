"""Bringing a survey in, in five named steps; it knows no survey tool, only what a reader says."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from typing_extensions import override

from pcf_desktop.importers.sheet import Choices, Kind
from pcf_desktop.progress import Progress
from pcf_desktop.services.surveys import elsewhere, importing, surveys
from pcf_desktop.services.surveys.elsewhere import Elsewhere
from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys import rejected_file
from pcf_desktop.ui.surveys.export_file import ExportFile
from pcf_desktop.ui.surveys.family_questions import FamilyQuestions
from pcf_desktop.ui.surveys.log_file import opened_by_looks
from pcf_desktop.ui.surveys.sentences import action, recognised
from pcf_desktop.ui.surveys.steps import ImportStep, Steps
from pcf_desktop.ui.words import count

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen
    from pcf_desktop.workspace import Session

T = TypeVar("T")


class Wizard(Steps):
    """Takes the person from a file to its answers; what is long runs as `job`."""

    finished = Signal(int)
    """The survey whose answers the person wants to see."""
    log_found = Signal(Path)
    """The file looks like a log, or the person says that it is one."""

    def __init__(self, screen: "Screen") -> None:
        super().__init__()
        self._screen = screen
        self.export: ExportFile | None = None
        self.report: Report | None = None
        self.families = FamilyQuestions(screen, self.columns)
        self._connect_pages()
        self.start()

    @property
    @override
    def next_words(self) -> str:
        if self.step is not ImportStep.CHECK:
            return tr("Continue")
        return action(self.report) if self.report else tr("Counting")

    @property
    @override
    def head(self) -> tuple[str, str]:
        name = self.export.path.name if self.export else tr("From any survey tool, or your own log")
        return tr("Import a survey"), name

    @property
    @override
    def writes(self) -> bool:
        return self.step is ImportStep.CHECK

    @property
    @override
    def has_file(self) -> bool:
        return self.export is not None

    @property
    @override
    def can_go_back(self) -> bool:
        return ImportStep.FILE < self.step < ImportStep.DONE

    @property
    @override
    def can_go_on(self) -> bool:
        if self.busy or self.export is None:
            return False
        if self.step is ImportStep.CHECK:
            report = self.report
            some = report is not None and report.brings_something
            return some and self.check.twice.settled
        return self.step is not ImportStep.PROBLEMS or self.file.choices.settled

    @override
    def start(self) -> None:
        self.export = self.report = None
        self.families.forget()
        self.problem.hide()
        self.file.show_export(None)
        self.columns.forget()
        self.show_step(ImportStep.FILE)
        self._screen.read(surveys.profiles, self.profiles.show_profiles)

    def open_file(
        self, path: Path, choices: Choices | None = None, *, as_survey: bool = False
    ) -> None:
        """Read a file, or read it another way; nothing of the forum is touched.

        What looks like a log is none of ours, unless the person says that it is a survey.
        """
        if self.busy:
            return
        wanted = choices or Choices()
        taken = self.export.taken if self.export and choices else Choices()
        told = as_survey or choices is not None
        job = self._screen.desk.worker.run(
            lambda progress: opened_by_looks(path, wanted, taken, progress, by_looks=not told)
        )
        self.follow(job, self.reading, self._read)

    @override
    def go_on(self) -> None:
        if not self.can_go_on:
            return
        if self.step is ImportStep.CHECK:
            self._import()
        elif self.step is ImportStep.PROBLEMS:
            self._offer_surveys()
            self.show_step(ImportStep.CHECK)
        else:
            self.show_step(ImportStep(self.step + 1))

    @override
    def go_back(self) -> None:
        if not self.busy and ImportStep.FILE < self.step < ImportStep.DONE:
            self.show_step(ImportStep(self.step - 1))

    @override
    def start_over(self) -> None:
        self.start()

    def _connect_pages(self) -> None:
        self.file.file_chosen.connect(self.open_file)
        self.file.log_chosen.connect(self.log_found)
        for changed in (self.file.choices.chosen, self.problems.chosen):
            changed.connect(self._read_again)
        self.columns.one.kept.connect(self._kept)
        self.columns.one.kind_chosen.connect(self._kind_chosen)
        self.profiles.applied.connect(self._profile_applied)
        self.profiles.keep_wanted.connect(self._keep_profile)
        self.check.title_changed.connect(self._count)
        self.check.senders_chosen.connect(self._senders_chosen)
        for wanted in (self.problems.save_wanted, self.done.save.clicked):
            wanted.connect(self._save_rejected)
        self.done.answers.clicked.connect(self._answers_wanted)
        self.done.another.clicked.connect(self.start)
        self._screen.desk.worker.changed.connect(self._changed)

    @override
    def work_ended(self) -> None:
        self.check.show_importing(importing=False)

    def _read(self, export: ExportFile | Path) -> None:
        """Show a file that was read; as the survey has it, where its answers are here already."""
        if isinstance(export, Path):
            self.log_found.emit(export)
            return
        self.take(export)

        def fitted(session: "Session") -> ExportFile:
            title = elsewhere.likely(session, export.sheet)
            return export if title is None else export.for_survey(session, title)

        self._screen.latest("fitted", fitted, lambda found: self._fitted(export, found))

    def _fitted(self, export: ExportFile, found: ExportFile) -> None:
        if self.export is export and found is not export and not self.busy:
            self.take(found)
            self.moved.emit()

    def take(self, export: ExportFile) -> None:
        """Show a file that was read."""
        self.export = export
        self.file.show_export(export)
        self.columns.show_export(export)
        self.problems.show_export(export)
        self.families.show_sheet(export.sheet)
        announce(self, recognised(export.sheet))

    def _read_again(self, choices: Choices) -> None:
        if self.export is not None:
            self.open_file(self.export.path, choices)

    def _kept(self, keys: tuple[str, ...], keep: bool) -> None:  # noqa: FBT001 - a signal's own shape
        if self.export is not None and not self.busy:
            self.take(self.export.keeping(keys, keep=keep))

    def _kind_chosen(self, keys: tuple[str, ...], kind: str) -> None:
        if self.export is not None:
            self._read_again(self.export.with_kind(keys, Kind(kind)))

    def _senders_chosen(self, off: bool) -> None:  # noqa: FBT001 - a signal's own shape
        if self.export is not None and not self.busy:
            self.export = self.export.without_senders(off=off)
            self._count()

    def _profile_applied(self, choices: Choices) -> None:
        if self.export is not None:
            self._read_again(replace(choices, sheet=None, encoding=None, delimiter=None))

    def _keep_profile(self, name: str) -> None:
        if self.export is None:
            return
        data = self.export.sheet.profile().as_data()

        def kept(_result: object) -> None:
            self._screen.desk.tell(tr("Kept for next year: {name}").format(name=name), undo=True)
            self._screen.read(surveys.profiles, self.profiles.show_profiles)

        self._screen.change(
            tr("keep a matching of columns"),
            lambda session, _progress: surveys.keep_profile(session, name, data),
            kept,
        )

    def _offer_surveys(self) -> None:
        export = self.export
        if export is None:
            return
        self.check.show_report(None)
        self._screen.latest(
            "likely",
            lambda session: (
                [line.title for line in surveys.every(session)],
                elsewhere.likely(session, export.sheet),
            ),
            lambda found: self.check.offer(
                *found, export.title, senders_off=export.choices.senders_off
            ),
        )

    def _count(self) -> None:
        export, title = self.export, self.check.wanted()
        self.report = None
        self.check.show_report(None)
        self.moved.emit()
        if export is None or not title:
            return
        digest = export.source.sha256
        doubt = self.check.twice.doubt

        def counted(session: "Session") -> tuple[ExportFile, Report, Elsewhere | None]:
            fitting = export.for_survey(session, title)
            report = importing.count(session, fitting.sheet, title, doubt=doubt)
            return fitting, report, elsewhere.find(session, fitting.sheet, title, digest)

        query = self._screen.latest("count", counted, lambda found: self._counted(*found))
        query.refused.connect(self.refused)

    def _counted(self, fitting: ExportFile, report: Report, there: Elsewhere | None) -> None:
        if self.step is not ImportStep.CHECK:
            return
        if fitting is not self.export:
            self.take(fitting)
        self.take_report(report, there)

    def take_report(self, report: Report, there: Elsewhere | None = None) -> None:
        """Show what the import would do, and which survey holds these answers already."""
        self.report = report
        self.check.show_report(report, there)
        self.moved.emit()

    def _import(self) -> None:
        export, title, report = self.export, self.check.wanted(), self.report
        if export is None or report is None:
            return
        self.check.show_importing(importing=True)
        self.after_a_copy(self._screen.desk.worker, lambda: self._write(export, title, report))

    def _write(self, export: ExportFile, title: str, report: Report) -> None:
        answers = count(report.imported + report.changed, tr("answer"), tr("answers"))
        note = self.families.noting()

        doubt = self.check.twice.doubt

        def write(session: "Session", progress: Progress) -> Report:
            sheet, source = export.sheet, export.source
            done = importing.import_survey(session, sheet, title, source, progress, doubt)
            note(session, done.survey_id)
            return done

        job = self._screen.desk.worker.change(
            tr("import answers"),
            write,
            label=tr("import {answers}").format(answers=answers),
            stops=True,
        )
        self.follow(job, self.importing, lambda done: self.finish(done, title))

    def finish(self, report: Report, title: str) -> None:
        """Show what the import has done."""
        self.report = report
        if self.export is not None:
            self.done.show_report(report, title, self.export.path.name)
        self.show_step(ImportStep.DONE)
        self._screen.desk.tell(tr("Imported “{title}”").format(title=title), undo=True)

    def _changed(self, tables: frozenset[str]) -> None:
        """Say on the last page when the import was undone, and when it was done again."""
        batch = self.report.batch_id if self.report and self.step is ImportStep.DONE else None
        if batch is not None and "import_batch" in tables:
            self._screen.latest(
                "still there",
                lambda session: importing.is_here(session, batch),
                lambda here: self._found(batch, here=here),
            )

    def _found(self, batch: int, *, here: bool) -> None:
        if self.report is not None and self.report.batch_id == batch:
            with self._screen.rearranged():
                self.done.show_undone(undone=not here)

    def _answers_wanted(self) -> None:
        if self.report is not None and self.report.survey_id is not None:
            self.finished.emit(self.report.survey_id)

    def _save_rejected(self) -> None:
        path = rejected_file.ask(self, self.export) if self.export else None
        if path is not None:
            self.save_rejected(path)

    def save_rejected(self, path: Path) -> None:
        """Write the rows that were left out to a file, which is not encrypted."""
        if self.export is not None:
            job = rejected_file.save(self._screen.desk, self.export, path)
            job.refused.connect(self.refused)
