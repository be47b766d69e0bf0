"""Every survey, one row each, or what this place is for while there is none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.importers.tools.all_tools import TOOLS
from pcf_desktop.services.surveys.surveys import BatchLine, SurveyLine
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.pages import Page
from pcf_desktop.ui.surveys.files import Files
from pcf_desktop.ui.surveys.sentences import about_survey
from pcf_desktop.ui.words import count


class SurveyList(Page):
    """Emits `opened` with a survey's id."""

    opened = Signal(int)

    def __init__(self, logs: Files) -> None:
        super().__init__()
        self._logs = logs
        self.empty = EmptyState(
            "clipboard-text",
            tr("No survey yet"),
            tr(
                "Bring in the file that your survey tool gives you. Ticked answers are counted "
                "here. Free words become comments that you can link to priorities."
            ),
            tr("Import a survey"),
        )
        self._none = Card()
        self._none.add(self.empty)
        self._some = Card()
        self._some.body.setSpacing(0)
        self.rows: list[TaskRow] = []
        self.current: int | None = None
        """The survey that was opened last."""
        self._keys: Sequence[int] = ()
        column = stacked(self, gap=2)
        column.addWidget(self._none, 1)
        column.addWidget(self._some, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(logs, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(0)
        logs.hide()
        self._none.hide()
        self._some.hide()

    def show_surveys(self, lines: Sequence[SurveyLine], logs: Sequence[BatchLine] = ()) -> None:
        """Show these surveys, and the logs that were brought in."""
        self._logs.show_batches(logs)
        self._logs.setVisible(bool(logs))
        self._keys = [line.id for line in lines]
        self.rows = [self._row(line) for line in lines]
        self._some.refill(*self.rows)
        self._none.setVisible(not lines)
        self._some.setVisible(bool(lines))

    @property
    @override
    def is_empty(self) -> bool:
        return not self.rows

    @override
    def first_focus(self) -> QWidget:
        """Return the row of the survey that was opened last, or else the first there is."""
        place = self._keys.index(self.current) if self.current in self._keys else 0
        return self.rows[place] if self.rows else self.empty.button

    def _row(self, line: SurveyLine) -> TaskRow:
        tools = {tool.name: tool.title for tool in TOOLS}
        mark = Mark(count(line.responses, tr("answer"), tr("answers")), Level.INFO)
        row = TaskRow(line.title, about_survey(line, tools), mark)
        row.clicked.connect(lambda: self.opened.emit(line.id))
        return row
