"""What a family answers later: whether we may quote its words, or that it takes them back."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from pcf_desktop.days import day
from pcf_desktop.errors import UserError
from pcf_desktop.services.feedback.consent_answers import Asked
from pcf_desktop.services.feedback.packs_given import Given
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.check_field import Check
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.flow import Row
from pcf_desktop.ui.components.side_panel import SidePanel
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.quote_field import QuoteField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.partial_date import PartialDate
from pcf_desktop.ui.words import count, listed


class ConsentForm(SidePanel):
    """Emits `answered` with one of the four answers, or `taken_back` with a day and how much.

    The second says whether all else that came with the comment is taken back too.
    """

    answered = Signal(str)
    taken_back = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Consent"), parent=parent)
        self._asked: Asked | None = None
        self._final = Text("")
        self.quote = QuoteField()
        self.save_button = Button(tr("Save answer"), key="Ctrl+S", small=True)
        self.save_button.clicked.connect(self.save)
        self.toggle = Button("", small=True)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show_taking)
        self._means = Text(
            tr(
                "No pack made from now on counts or quotes this comment, and no later answer "
                "changes that."
            )
        )
        self._packs = Text("", tone="muted")
        self.everything = Check("")
        self.everything.toggled.connect(self._say_packs)
        self.day = DateField(tr("They said so on"))
        self.day.set_hint("")
        self.note = Button(tr("Note it"), key="Ctrl+S", small=True)
        self.note.setAccessibleName(tr("Note that they take it back"))
        self.note.clicked.connect(self.save)
        enter = QShortcut(QKeySequence("Ctrl+Return"), self, self.save)
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._actions = Row(self.save_button, self.note, self.toggle)
        self.add(self._final, self.quote, self._means, self.everything, self._packs, self.day)
        self.add(self._actions)

    def show_asked(self, asked: Asked, family: str | None) -> None:
        """Show how it stands with a comment of a family, by its code, or of nobody known."""
        self._asked = asked
        self._final.setText(_final(asked))
        self.quote.set_value(asked.answer)
        self.quote.set_problem("")
        self.quote.set_offered("not_asked", offered=asked.can_unask)
        self.everything.setText(_everything(asked, family))
        self.everything.setChecked(False)
        now = datetime.now().astimezone()
        self.day.set_date(PartialDate(now.year, now.month, now.day))
        self.day.set_problem("")
        self.toggle.setChecked(False)
        self._show_taking(shown=False)
        self._say_packs()

    def come(self) -> None:
        """Put the focus on the answer that stands, or on what can be done at all."""
        if not self.quote.isHidden():
            self.quote.focus()
        else:
            (self.close_button if self._actions.isHidden() else self.toggle).setFocus()

    def save(self) -> None:
        """Hand over what stands in the form: the answer, or that it is taken back."""
        if not self.day.isHidden():
            given = self.day.date()
            if given is None or not given.day:
                self.day.set_problem(tr("Write the day on which they said so."))
                self.day.focus()
                return
            self.taken_back.emit(given.first, self.everything.isChecked())
        elif not self.quote.isHidden() and self.quote.check_to_save():
            self.answered.emit(self.quote.value())

    def refuse(self, error: UserError) -> None:
        """Say beside its field what is wrong."""
        field = self.quote if self.day.isHidden() else self.day
        field.set_problem(error.beside_a_field)
        field.focus()

    def _show_taking(self, shown: bool) -> None:  # noqa: FBT001 - a signal passes it
        asked = self._asked
        if asked is None:
            return
        can_answer = asked.taken_back_on is None
        self._final.setVisible(not can_answer)
        self.quote.setVisible(can_answer and not shown)
        self.save_button.setVisible(can_answer and not shown)
        self._actions.setVisible(not asked.is_gone)
        self._packs.setVisible(shown or not can_answer)
        self._means.setVisible(shown)
        self.day.setVisible(shown)
        self.note.setVisible(shown)
        self.everything.setVisible(shown and (asked.also_ticked or bool(asked.others)))
        taking = tr("They take it back") if can_answer else tr("They take all of it back")
        self.toggle.setText(tr("They do not take it back") if shown else taking)
        if shown:
            self.day.focus()

    def _say_packs(self) -> None:
        if self._asked is not None:
            whole = self.everything.isChecked()
            given = self._asked.packs_of_all if whole else self._asked.packs
            self._packs.setText(_packs(given))


def _final(asked: Asked) -> str:
    if asked.taken_back_on is None:
        return ""
    on = day(asked.taken_back_on)
    if asked.is_gone:
        return tr("They took it back on {day}. That is final.").format(day=on)
    return tr("They took a part of it back on {day}. That is final.").format(day=on)


def _everything(asked: Asked, family: str | None) -> str:
    comments = count(len(asked.others), tr("more comment"), tr("more comments"))
    if not asked.also_ticked:
        words = tr("Also all else that {family} has said so far: {comments}")
        return words.format(family=family or "", comments=comments)
    if not asked.others:
        return tr("Also what was ticked in the same answers")
    words = tr("Also the rest of the same answers: {comments} and what was ticked")
    return words.format(comments=comments)


def _packs(given: Sequence[Given]) -> str:
    """Say which packs that were given out hold the words, by file and day."""
    if not given:
        return tr("No pack made so far quotes these words.")
    packs = count(len({each.pack_id for each in given}), tr("pack"), tr("packs"))
    files = [f"{each.file_name} ({day(each.at.astimezone().date())})" for each in given]
    return tr(
        "The words stand in {packs} already made, and stay there: {files}. Tell whoever has them."
    ).format(packs=packs, files=listed(files))
