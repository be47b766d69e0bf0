"""Second step of a log: what each column says, in the words of the Log form."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.importers.logs.log_sheet import NOT_READ, LogColumn, Meaning
from pcf_desktop.importers.reference import read_list
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.record_table import Column, RecordTable, Weight
from pcf_desktop.ui.surveys.log_file import LogFile
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count


class LogColumns(QWidget):
    """Emits `meaning_chosen` (heading, meaning), `order_chosen`, and `survey_wanted`."""

    meaning_chosen = Signal(str, str)
    order_chosen = Signal(str)
    survey_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file: LogFile | None = None
        self._filling = False
        self._records = RecordTable[LogColumn](_columns(), self._fetch, self)
        self.list = PagedTable(tr("Columns of the log"), self._records)
        self.list.table.picked.connect(lambda _key: self._show_current())
        self.list.table.opened.connect(lambda _key: self.meaning.focus())
        self.meaning: ChoiceField = ChoiceField(tr("What the column says"), filters=False)
        terms = read_list("log_column").terms
        self.meaning.set_options([Choosable(term.key, term.label) for term in terms])
        self.meaning.changed.connect(self._changed)
        self._heading, self._samples = Text("", Role.STRONG), Text("", tone="muted")
        self._meant = Text("", Role.SMALL)
        self._state = Banner("", Level.INFO)
        self.order = Chips(
            tr("How dates are written"),
            [ChipOption("dmy", tr("3/4 is 3 April")), ChipOption("mdy", tr("3/4 is 4 March"))],
        )
        self.order.chosen.connect(lambda chosen: self.order_chosen.emit(chosen[0]))
        self._dates = Card("", tr("Nothing in this file says how dates are written."))
        self._dates.add(Field(tr("How dates are written"), self.order))
        survey = Button(tr("It is a survey"), small=True)
        survey.clicked.connect(self.survey_wanted)
        columns, detail = Card(), Card(tr("This column"))
        columns.add(self.list)
        detail.add(self._heading, self._samples, self._meant, self.meaning)
        table = Sides(columns, detail, shares=(2, 1), least=36)
        not_log = FlowRow(Text(tr("Not a log of what families said?"), wrap=False), survey)
        column = stacked(self, self._state, self._dates, table, not_log, gap=2)
        column.setStretch(2, 1)

    def show_log(self, file: LogFile) -> None:
        """Show the columns of this log, keeping the current one."""
        before, self._file = self._file, file
        places = range(len(file.sheet.columns))
        if before is not None and before.path == file.path:
            self._records.forget(places)
        else:
            self._records.set_keys(places)
            self.list.table.go_to(0)
        self._dates.setVisible(file.sheet.ambiguous)
        self._state.set_words(*_state(file))
        self._show_current()

    def first_focus(self) -> QWidget:
        """Return the list of columns."""
        return self.list.table

    @property
    def settled(self) -> bool:
        """Whether a column says what was said, and the order of dates is known."""
        sheet = self._file.sheet if self._file is not None else None
        return sheet is not None and sheet.has(Meaning.WORDS) and not sheet.ambiguous

    @property
    def current(self) -> LogColumn | None:
        """The column on hand."""
        place = self.list.table.current_key()
        return self._file.sheet.columns[place] if self._file and place is not None else None

    def _fetch(
        self, keys: Sequence[int], deliver: Callable[[Mapping[int, LogColumn]], object]
    ) -> None:
        if self._file is not None:
            deliver({key: self._file.sheet.columns[key] for key in keys})

    def _show_current(self) -> None:
        column = self.current
        if column is None:
            return
        self._filling = True
        self._heading.setText(column.heading)
        self._samples.setText("\n".join(f"“{sample}”" for sample in column.samples))
        self._samples.setVisible(bool(column.samples))
        self.meaning.set_value(column.meaning)
        self._meant.setText(f"{read_list('log_column').term(column.meaning).plain}. {column.why}")
        self._filling = False

    def _changed(self) -> None:
        column = self.current
        if column and not self._filling and self.meaning.value() != column.meaning:
            self.meaning_chosen.emit(column.heading, self.meaning.value())


def _columns() -> list[Column[LogColumn]]:
    labels = {term.key: term.label for term in read_list("log_column").terms}
    return [
        Column(tr("Column"), lambda c: c.heading, 14, weight=Weight.STRONG, stretch=True),
        Column(
            tr("For example"),
            lambda c: "; ".join(c.samples),
            18,
            weight=Weight.MUTED,
            stretch=True,
            spare=True,
        ),
        Column(tr("What it says"), lambda c: labels[c.meaning], 16),
        Column(tr("Why"), lambda c: c.why, 15, weight=Weight.MUTED, spare=True),
    ]


def _state(file: LogFile) -> tuple[str, Level]:
    sheet = file.sheet
    if not sheet.has(Meaning.WORDS):
        return tr("Say which column holds what was said."), Level.AMBER
    rows = count(len(sheet.rows), tr("comment"), tr("comments"))
    read = sum(each.meaning not in NOT_READ for each in sheet.columns)
    columns = count(read, tr("column"), tr("columns"))
    words = tr("This looks like a log of what families said: {rows}, {columns} read.")
    return words.format(rows=rows, columns=columns), Level.INFO
