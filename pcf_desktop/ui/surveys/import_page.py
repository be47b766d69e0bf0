"""An import, of a survey or of a log: its steps, its button, and the long work that it follows."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.progress_panel import ProgressPanel
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.stepper import Stepper
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.pages import Page
from pcf_desktop.ui.worker import Job, Worker
from pcf_desktop.workspace.backup import Reason

T = TypeVar("T")


class ImportPage(Page):
    """Emits `moved` whenever the step, or what can be done in it, has changed.

    A subclass gives the titles of its steps and their pages, `tall` being the one whose table
    takes the room, and answers the properties below; what is long runs as `job`.
    """

    moved = Signal()

    def __init__(
        self, titles: list[str], pages: Mapping[int, QWidget], tall: QWidget, importing: str
    ) -> None:
        super().__init__()
        self.job: Job | None = None
        self._step_pages = pages
        self.stepper = Stepper(titles)
        self.problem = Banner("", Level.BAD)
        self.reading = ProgressPanel(tr("Reading the file"))
        self.copying = ProgressPanel(
            tr("Keeping a copy first"),
            tr("A copy of the forum is kept first, in case you want to go back."),
            share=True,  # its units are pages of the file
        )
        self.importing = ProgressPanel(importing)
        under_way = self.reading, self.copying, self.importing
        column = stacked(self, self.stepper, self.problem, *under_way, gap=2)
        self.problem.hide()
        for page in pages.values():
            column.addWidget(page, 100 if page is tall else 0)
            page.hide()
        column.addStretch(1)

    @property
    def busy(self) -> bool:
        """Whether something long is under way."""
        return self.job is not None

    @property
    def can_go_on(self) -> bool:
        """Whether the next step is open."""
        raise NotImplementedError

    @property
    def next_words(self) -> str:
        """What the primary button says."""
        raise NotImplementedError

    @property
    def writes(self) -> bool:
        """Whether the primary button writes something."""
        raise NotImplementedError

    @property
    def has_file(self) -> bool:
        """Whether there is a file on hand."""
        raise NotImplementedError

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before."""
        raise NotImplementedError

    @property
    def head(self) -> tuple[str, str]:
        """The title and subtitle of the page."""
        raise NotImplementedError

    def start(self) -> None:
        """Begin anew, with no file."""

    def go_on(self) -> None:
        """Do what the primary button says."""

    def go_back(self) -> None:
        """Go one step back; what was chosen stays."""

    def stand_at(self, step: int) -> None:
        """Show the page of a step, with the focus on its first useful field."""
        for place, page in self._step_pages.items():
            page.setVisible(place == step)
        self.stepper.set_current(step)
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus()
        self.moved.emit()

    def say(self, words: str, level: Level = Level.BAD) -> None:
        """Say something about the step, above it."""
        self.problem.set_words(words, level)
        self.problem.show()

    @override
    def put_away(self) -> None:
        """Stop what is under way, for the person leaves."""
        if self.job is not None:
            self.job.cancel()

    def follow(self, job: Job[T], panel: ProgressPanel, then: Callable[[T], object]) -> None:
        """Show how far some long work is, and do what comes then; a refusal is said above."""

        def ended() -> None:
            if isValid(self) and self.job is job:  # the next job may have begun already
                self.job = None
                self.work_ended()
                self.moved.emit()

        self.job = job
        self.problem.hide()
        panel.follow(job)
        job.done.connect(then)
        job.refused.connect(self.refused)
        job.cancelled.connect(self._stopped)
        job.ended.connect(ended)
        self.moved.emit()

    def work_ended(self) -> None:
        """Bring back what was off while some long work was under way."""

    def after_a_copy(self, worker: Worker, write: Callable[[], object]) -> None:
        """Keep a copy of the forum, then write; not where it was stopped as the copy ended."""
        announce(self, tr("Importing…"))
        copying = worker.back_up(Reason.IMPORT)

        def copied(_made: object) -> None:
            if copying.unwanted:
                self._stopped()
            else:
                write()

        self.follow(copying, self.copying, copied)

    def refused(self, error: UserError) -> None:
        """Say what was refused, in its sentence."""
        if isValid(self):
            self.say(str(error))

    def _stopped(self) -> None:
        if isValid(self):
            self.say(tr("Stopped. Nothing was imported."), Level.INFO)  # as was asked for
