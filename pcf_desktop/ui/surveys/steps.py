"""The five pages of an import, one shown at a time, below its steps and what is under way."""

from enum import IntEnum

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.progress_panel import ProgressPanel
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.stepper import Stepper
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.check_numbers import CheckNumbers
from pcf_desktop.ui.surveys.choose_file import ChooseFile
from pcf_desktop.ui.surveys.done import Done
from pcf_desktop.ui.surveys.fix_problems import FixProblems
from pcf_desktop.ui.surveys.import_page import ImportPage
from pcf_desktop.ui.surveys.match_columns import MatchColumns
from pcf_desktop.ui.surveys.profiles import Profiles


class ImportStep(IntEnum):
    """Where the person is."""

    FILE = 0
    COLUMNS = 1
    PROBLEMS = 2
    CHECK = 3
    DONE = 4


class Steps(ImportPage):
    """Shows one step of a survey's import at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.step = ImportStep.FILE
        self.stepper = Stepper(
            [
                tr("Choose file"),
                tr("Match columns"),
                tr("Fix problems"),
                tr("Check"),
                tr("Done"),
            ]
        )
        self.problem = Banner("", Level.BAD)
        self.problem.hide()
        self.file = ChooseFile()
        self.profiles = Profiles()
        self.columns = MatchColumns(self.profiles)
        self.problems = FixProblems()
        self.check = CheckNumbers()
        self.done = Done()
        self.reading = ProgressPanel(tr("Reading the file"))
        self.copying = ProgressPanel(
            tr("Keeping a copy first"),
            tr("A copy of the forum is kept first, in case you want to go back."),
            share=True,  # its units are pages of the file
        )
        self.importing = ProgressPanel(tr("Importing the answers"))
        self._pages = (self.file, self.columns, self.problems, self.check, self.done)
        under_way = self.reading, self.copying, self.importing
        column = stacked(self, self.stepper, self.problem, *under_way, gap=2)
        for page in self._pages:
            column.addWidget(page, 100 if page is self.columns else 0)  # its table takes the room
            page.hide()
        column.addStretch(1)

    def show_step(self, step: ImportStep) -> None:
        """Show a step, with the focus on its first useful field."""
        self.step = step
        for place, page in enumerate(self._pages):
            page.setVisible(place == step)
        self.stepper.set_current(step)
        if step is ImportStep.COLUMNS:
            self.columns.begin()
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus()
        self.moved.emit()

    @property
    @override
    def is_over(self) -> bool:
        return self.step is ImportStep.DONE

    @override
    def first_focus(self) -> QWidget | None:
        """Return the first useful field of the step."""
        return self._pages[self.step].first_focus()

    def say(self, words: str, level: Level = Level.BAD) -> None:
        """Say something about the step, above it."""
        self.problem.set_words(words, level)
        self.problem.show()
