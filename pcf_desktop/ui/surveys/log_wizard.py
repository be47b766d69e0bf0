"""Bringing a log in: what its columns say, what its words mean, the numbers, and what came in."""

from dataclasses import replace
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.importers.logs.log_sheet import LogMatching, Meaning
from pcf_desktop.progress import Progress
from pcf_desktop.services.forum.known_words import WordMatch
from pcf_desktop.services.logs import importing, taking_back, words
from pcf_desktop.services.logs.importing import LogReport
from pcf_desktop.services.logs.words import LogWords
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.import_page import ImportPage
from pcf_desktop.ui.surveys.log_check import LogDone, LogNumbers, action
from pcf_desktop.ui.surveys.log_columns import LogColumns
from pcf_desktop.ui.surveys.log_file import LogFile, open_log
from pcf_desktop.ui.surveys.log_words import LogWordsPage
from pcf_desktop.ui.words import count

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen
    from pcf_desktop.workspace import Session

T = TypeVar("T")


class LogStep(IntEnum):
    """Where the person is; the file is chosen on the first page of any import."""

    COLUMNS = 1
    WORDS = 2
    CHECK = 3
    DONE = 4


class LogWizard(ImportPage):
    """Takes the person from a log to its comments; what is long runs as `job`."""

    survey_wanted = Signal(Path)
    """The person says that the file is a survey after all."""
    file_wanted = Signal()
    """The person goes back to the choice of a file."""

    def __init__(self, screen: "Screen") -> None:
        self.columns, self.words = LogColumns(), LogWordsPage()
        self.check, self.done = LogNumbers(), LogDone()
        pages = (self.columns, self.words, self.check, self.done)
        last = tr("Check"), tr("Done")
        super().__init__(
            [tr("Choose file"), tr("Match columns"), tr("Match words"), *last],
            dict(enumerate(pages, start=LogStep.COLUMNS)),
            self.columns,
            tr("Importing the comments"),
        )
        self._screen = screen
        self.step = LogStep.COLUMNS
        self.log: LogFile | None = None
        self.report: LogReport | None = None
        self._said: dict[tuple[str, str], str] = {}
        self._connect()
        self.start()

    @property
    @override
    def can_go_on(self) -> bool:
        if self.busy or self.log is None:
            return False
        if self.step is LogStep.CHECK:
            return self.report is not None and bool(self.report.imported or self.report.changed)
        return self.step is not LogStep.COLUMNS or self.columns.settled

    @property
    @override
    def next_words(self) -> str:
        if self.step is not LogStep.CHECK:
            return tr("Continue")
        return action(self.report) if self.report is not None else tr("Counting")

    @property
    @override
    def head(self) -> tuple[str, str]:
        return tr("Import a log"), self.log.path.name if self.log is not None else ""

    @property
    @override
    def writes(self) -> bool:
        return self.step is LogStep.CHECK

    @property
    @override
    def has_file(self) -> bool:
        return self.log is not None

    @property
    @override
    def can_go_back(self) -> bool:
        return self.step is not LogStep.DONE

    @property
    @override
    def is_over(self) -> bool:
        return self.step is LogStep.DONE

    @override
    def start(self) -> None:
        self.log = self.report = None
        self._said = {}
        self.problem.hide()
        self.show_step(LogStep.COLUMNS)

    def open_file(self, path: Path, choices: LogMatching | None = None) -> None:
        """Read a log, or read it another way; nothing of the forum is touched."""
        if not self.busy:
            wanted = choices or LogMatching()
            job = self._screen.desk.worker.run(lambda progress: open_log(path, wanted, progress))
            self.follow(job, self.reading, self.take)

    def take(self, log: LogFile) -> None:
        """Show a log that was read; as its columns were matched before, where a person did."""
        self.log = log
        self.columns.show_log(log)
        self.moved.emit()

        def before(session: "Session") -> LogMatching:
            return words.with_columns_of_before(session, log.sheet)

        def matched(choices: LogMatching) -> None:
            if self.log is log and choices != log.choices:
                self.open_file(log.path, choices)

        self._screen.latest("columns before", before, matched)

    @override
    def go_on(self) -> None:
        if not self.can_go_on:
            return
        if self.step is LogStep.CHECK:
            self._import()
            return
        self.show_step(LogStep(self.step + 1))
        self._look()

    @override
    def go_back(self) -> None:
        if self.busy or not self.can_go_back:
            return
        if self.step is LogStep.COLUMNS:
            self.file_wanted.emit()
        else:
            self.show_step(LogStep(self.step - 1))

    @override
    def first_focus(self) -> QWidget | None:
        if self.step is LogStep.CHECK:
            return None
        if self.step is LogStep.WORDS:
            return self.words.first_focus()
        return (self.columns if self.step is LogStep.COLUMNS else self.done).first_focus()

    def _connect(self) -> None:
        self.columns.meaning_chosen.connect(self._meaning_chosen)
        self.columns.order_chosen.connect(self._order_chosen)
        self.columns.survey_wanted.connect(self._survey)
        self.words.looked.connect(self._looked)
        self.done.another.clicked.connect(self.file_wanted)
        self._screen.desk.worker.changed.connect(self._changed)

    def show_step(self, step: LogStep) -> None:
        """Show a step, with the focus on its first useful field."""
        self.step = step
        self.stand_at(step)

    def _meaning_chosen(self, heading: str, meaning: str) -> None:
        if self.log is not None:
            choices = self.log.choices
            meanings = {**choices.meanings, heading: Meaning(meaning)}
            self.open_file(self.log.path, replace(choices, meanings=meanings))

    def _order_chosen(self, order: str) -> None:
        if self.log is not None:
            self.open_file(self.log.path, replace(self.log.choices, date_order=order))

    def _survey(self) -> None:
        if self.log is not None and not self.busy:
            self.survey_wanted.emit(self.log.path)

    def _looked(self, match: WordMatch, key: str) -> None:
        self._said[match.place] = key
        self._look()

    def _look(self) -> None:
        """Show what the words mean, and count what would come in."""
        log, said = self.log, dict(self._said)
        if log is None:
            return
        self.report = None
        self.check.show_report(None)
        self.moved.emit()

        def found(session: "Session") -> tuple[LogWords, LogReport]:
            return words.of(session, log.sheet, said), importing.count(session, log.sheet, said)

        query = self._screen.latest("words of a log", found, lambda both: self.take_report(*both))
        query.refused.connect(self.refused)

    def take_report(self, found: LogWords, report: LogReport) -> None:
        """Show what the words mean and what the import would do."""
        self.report = report
        self.words.show_words(found)
        self.check.say(tr("What will happen"), tr("Nothing has been written yet."))
        self.check.show_report(report)
        self.moved.emit()

    def _import(self) -> None:
        log = self.log
        if log is None or self.report is None:
            return
        self.after_a_copy(self._screen.desk.worker, lambda: self._write(log))

    def _write(self, log: LogFile) -> None:
        said, report = dict(self._said), self.report
        n = report.imported + report.changed if report is not None else 0
        comments = count(n, tr("comment"), tr("comments"))

        def write(session: "Session", progress: Progress) -> LogReport:
            return importing.import_log(session, log.sheet, said, log.source, progress)

        job = self._screen.desk.worker.change(
            tr("import a log"),
            write,
            label=tr("import {comments}").format(comments=comments),
            stops=True,
        )
        self.follow(job, self.importing, self.finish)

    def finish(self, report: LogReport) -> None:
        """Show what the import has done."""
        self.report = report
        if self.log is not None:
            self.done.show_report(report, self.log.path.name)
        self.show_step(LogStep.DONE)
        comments = count(report.imported + report.changed, tr("comment"), tr("comments"))
        self._screen.desk.tell(tr("Imported {comments}").format(comments=comments), undo=True)

    def _changed(self, tables: frozenset[str]) -> None:
        """Say on the last page when the import was undone, and when it was done again."""
        batch = self.report.batch_id if self.report and self.step is LogStep.DONE else None
        if batch is not None and "import_batch" in tables:
            self._screen.latest(
                "log still there",
                lambda session: taking_back.is_here(session, batch),
                self._found,
            )

    def _found(self, here: bool) -> None:  # noqa: FBT001 - what a read gives back
        if self.step is LogStep.DONE:
            with self._screen.rearranged():
                self.done.show_undone(undone=not here)
