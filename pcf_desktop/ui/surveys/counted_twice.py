"""What has to be answered before an import that may count families twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.days import day
from pcf_desktop.services.surveys.elsewhere import Elsewhere
from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.services.surveys.row_sorting import Doubt
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.words import count, listed, number

THERE, ALL_THE_SAME = "there", "all the same"

MOST_ROWS = 12
"""How many row numbers are worth reading out."""


class CountedTwice(QWidget):
    """Emits `answered` with each answer, and `goes_there` with the survey that is to be taken."""

    answered = Signal()
    goes_there = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._there = Banner("", Level.AMBER)
        self.where = Chips(
            tr("Where these answers go"),
            [
                ChipOption(THERE, tr("Put them there")),
                ChipOption(ALL_THE_SAME, tr("Count them again")),
            ],
        )
        self.where.chosen.connect(self._where_chosen)
        self._rows = Banner("", Level.AMBER)
        self.whose = Chips(
            tr("Whose answers these rows are"),
            [
                ChipOption(Doubt.SAME, tr("The same families")),
                ChipOption(Doubt.NEW, tr("Other families")),
            ],
        )
        self.whose.chosen.connect(lambda _keys: self.answered.emit())
        stacked(self, self._there, self.where, self._rows, self.whose)
        self.forget()

    @property
    def doubt(self) -> Doubt:
        """What the person said of rows that may be here already."""
        chosen = self.whose.value()
        return Doubt(chosen[0]) if chosen else Doubt.OPEN

    @property
    def settled(self) -> bool:
        """Whether nothing is left to be answered."""
        asked = [chips for chips in (self.where, self.whose) if not chips.isHidden()]
        return all(chips.value() for chips in asked)

    def forget(self) -> None:
        """Ask nothing, and forget what was answered: the answers go elsewhere now."""
        self._title = ""
        self.where.set_value()
        self.whose.set_value()
        for part in (self._there, self.where, self._rows, self.whose):
            part.hide()
        self.hide()

    def ask(self, there: Elsewhere | None, report: Report) -> None:
        """Ask what the numbers leave open; what was answered stands."""
        if there is not None and there.title != self._title:
            self._title = there.title
            self._there.set_words(_about(there), Level.AMBER)
            self.where.set_options(
                [ChipOption(THERE, tr("Put them into “{title}”").format(title=there.title))]
            )
        if report.unsure:
            self._rows.set_words(_about_rows(report.unsure), Level.AMBER)
        for part in (self._there, self.where):
            part.setVisible(there is not None)
        for part in (self._rows, self.whose):
            part.setVisible(bool(report.unsure))
        self.setVisible(there is not None or bool(report.unsure))

    def _where_chosen(self, keys: tuple[str, ...]) -> None:
        if THERE in keys:
            self.goes_there.emit(self._title)
        self.answered.emit()


def _about(there: Elsewhere) -> str:
    return tr(
        "These answers came in on {day} as “{title}”. {families} would be counted twice."
    ).format(
        day=day(there.on),
        title=there.title,
        families=count(there.families, tr("family"), tr("families")),
    )


def _about_rows(rows: tuple[int, ...]) -> str:
    numbers = [number(each) for each in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        numbers.append(tr("{n} more").format(n=number(len(rows) - MOST_ROWS)))
    if len(rows) == 1:
        return tr(
            "Row {n} of the file is like an answer that is here, with something put right. "
            "Is it the same family?"
        ).format(n=numbers[0])
    return tr(
        "Rows {n} of the file are like answers that are here, with something put right. "
        "Are they the same families?"
    ).format(n=listed(numbers))
