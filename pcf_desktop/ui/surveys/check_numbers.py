"""Fourth step: the survey's title and the exact numbers, before anything is written."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.surveys.elsewhere import Elsewhere
from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.services.surveys.targets import LONGEST_TITLE
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.check_field import CheckField
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.counted_twice import CountedTwice
from pcf_desktop.ui.surveys.number_list import NumberList
from pcf_desktop.ui.surveys.sentences import about_senders, another_wave, counts

NEW = "new"


class CheckNumbers(QWidget):
    """Emits `title_changed` when the numbers have to be counted anew.

    `senders_chosen` says whether who sent a message comes off the head of each comment.
    """

    title_changed = Signal()
    senders_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.survey = ChoiceField(tr("Which survey is it?"), filters=False)
        self.survey.changed.connect(self._survey_changed)
        self.title = TextField(tr("Title of the survey"), tr("As families would know it."))
        self.title.line.setMaxLength(LONGEST_TITLE)
        self.title.changed.connect(self._title_typed)
        self.title.left.connect(self._title_left)
        self._wave = Banner(
            tr(
                "Most answers differ from those already here. Is this another year? "
                "Then choose a new survey."
            ),
            Level.AMBER,
        )
        self._wave.hide()
        self.twice = CountedTwice()
        self.twice.goes_there.connect(lambda title: self.survey.set_value(f"={title}"))
        self.twice.answered.connect(self.title_changed)
        self.numbers = NumberList()
        into = Card(tr("Where the answers go"))
        self.senders = CheckField("")
        self.senders.hide()
        self.senders.box.clicked.connect(self.senders_chosen)
        into.add(self.survey, self.title, self.senders)
        into.body.addStretch(1)
        self._what = what = Card(tr("What will happen"), _before())
        what.add(self.numbers)
        what.body.addStretch(1)
        column = stacked(
            self, self.twice, self._wave, Sides(into, what, shares=(2, 3), least=26), gap=2
        )
        column.addStretch(1)
        self._titles: frozenset[str] = frozenset()
        self._counted = ""

    def offer(
        self,
        titles: Sequence[str],
        likely: str | None,
        suggested: str,
        *,
        senders_off: bool = False,
    ) -> None:
        """Offer the surveys there are; `likely` holds answers of this file already."""
        self.survey.set_options(
            [
                Choosable(NEW, tr("A new survey")),
                *(Choosable(f"={title}", title) for title in titles),
            ]
        )
        self.senders.put("yes" if senders_off else "")
        self._titles = frozenset(titles)
        self.twice.forget()
        self.title.set_value(suggested)
        self.survey.set_value(f"={likely}" if likely else NEW)
        self._survey_changed()

    def wanted(self) -> str:
        """Return the title of the survey into which the answers go."""
        chosen = self.survey.value()
        return self.title.value().strip() if chosen in {NEW, ""} else chosen[1:]

    def show_report(self, report: Report | None, there: Elsewhere | None = None) -> None:
        """Show the numbers, and what they leave open; None while they are being counted.

        `there` is the survey that holds these answers under another title.
        """
        if report is not None:
            self.twice.ask(there, report)
        self._wave.setVisible(report is not None and another_wave(report))
        self.numbers.show_numbers(counts(report) if report else [])
        if report is not None:
            self.senders.setVisible(bool(report.senders))
            self.senders.set_words(about_senders(report) if report.senders else "")

    def show_importing(self, *, importing: bool) -> None:
        """Let nothing be changed while the answers come in."""
        self._what.hint.setText(tr("Importing…") if importing else _before())
        for field in (self.survey, self.title, self.senders):
            field.setDisabled(importing)

    def first_focus(self) -> QWidget:
        """Return the choice of the survey."""
        return self.survey.control

    def _survey_changed(self) -> None:
        self.title.setVisible(self.survey.value() in {NEW, ""})
        self._tell()

    def _title_typed(self) -> None:
        """Count anew where the title names another survey, at once and not as it is left.

        A press on Import leaves the title: it must find the button as it was. The numbers are the
        same under every title that no survey has.
        """
        if self.title.problem and self.wanted():
            self.title.set_problem("")
        if self._goes_into() != self._counted:
            self._tell()

    def _title_left(self) -> None:
        self.title.set_problem("" if self.wanted() else tr("Give the survey a title."))

    def _goes_into(self) -> str:
        """Return the survey that is here already, or that it is a new one; nothing untitled."""
        title = self.wanted()
        return title if title in self._titles or not title else NEW

    def _tell(self) -> None:
        if self._goes_into() != self._counted:
            self.twice.forget()
        self._counted = self._goes_into()
        self.title_changed.emit()


def _before() -> str:
    return tr("Nothing has been written yet.")
