"""The five pages of an import, one shown at a time, below its steps and what is under way."""

from enum import IntEnum

from PySide6.QtWidgets import QWidget
from typing_extensions import override

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
        self.file = ChooseFile()
        self.profiles = Profiles()
        self.columns = MatchColumns(self.profiles)
        self.problems = FixProblems()
        self.check = CheckNumbers()
        self.done = Done()
        self._pages = (self.file, self.columns, self.problems, self.check, self.done)
        last = tr("Check"), tr("Done")
        super().__init__(
            [tr("Choose file"), tr("Match columns"), tr("Fix problems"), *last],
            dict(enumerate(self._pages)),
            self.columns,
            tr("Importing the answers"),
        )
        self.step = ImportStep.FILE

    def show_step(self, step: ImportStep) -> None:
        """Show a step, with the focus on its first useful field."""
        self.step = step
        if step is ImportStep.COLUMNS:
            self.columns.begin()
        self.stand_at(step)

    @property
    @override
    def is_over(self) -> bool:
        return self.step is ImportStep.DONE

    @override
    def first_focus(self) -> QWidget | None:
        """Return the first useful field of the step."""
        return self._pages[self.step].first_focus()
