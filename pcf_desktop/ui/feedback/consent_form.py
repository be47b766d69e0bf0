"""What a family answers later: whether we may quote its words, or that it takes them back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from typing_extensions import override

from pcf_desktop.days import day
from pcf_desktop.errors import UserError
from pcf_desktop.services.feedback import consent_answers
from pcf_desktop.services.feedback.consent_answers import CommentConsent
from pcf_desktop.services.feedback.packs_given import Given
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.check_field import CheckField
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.side_panel import SidePanel
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.comment_form import CommentForm
from pcf_desktop.ui.feedback.quote_field import QuoteField, answers
from pcf_desktop.ui.form import Beside, Opened, Work
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.words import count, listed

TAKING = "taking back"
"""Under this name a draft notes that they take it back."""


@dataclass(frozen=True)
class Answered:
    """One of the four answers; or, where it is taken back, on what day and whether all of it."""

    answer: str
    taken_back_on: date | None = None
    everything: bool = False


class ConsentForm(CommentForm[Answered]):
    """Shows one of two things: the answer that stands, or what taking it back means.

    The second says whether all else that came with the comment is taken back too.
    """

    def __init__(self, screen: Screen) -> None:
        self._asked: CommentConsent | None = None
        self.quote = QuoteField()
        self.everything = CheckField("")
        self.day = DateField(tr("They said so on"))
        self.day.set_hint("")
        self.day.for_a_day = tr("Write the day on which they said so.")
        fields = {"quote": self.quote, "everything": self.everything, "day": self.day}
        rows = (Beside({name: field}) for name, field in fields.items())
        self.panel = SidePanel(tr("Consent"))
        super().__init__(screen, tr("note consent"), self.panel, *rows)
        self.panel.closed.connect(self.leave)
        self._final = Text("")
        self._means = Text(
            tr(
                "No pack made from now on counts or quotes this comment, and no later answer "
                "changes that."
            )
        )
        self._packs = Text("", tone="muted")
        body = self.panel.body
        for above, text in (
            (self.quote, self._final),
            (self.everything, self._means),
            (self.day, self._packs),
        ):
            body.insertWidget(body.indexOf(above), text)
        self.save_button = Button(tr("Save answer"), key="Ctrl+S", small=True)
        self.note = Button(tr("Note it"), key="Ctrl+S", small=True)
        self.note.setAccessibleName(tr("Note that they no longer want it used"))
        self.note.clicked.connect(self.save)
        self.toggle = Button("", small=True)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show_taking)
        self.toggle.toggled.connect(self.noticed)
        self._actions = self.end_with(self.save, self.save_button, self.note, self.toggle)
        self.everything.changed.connect(self._say_packs)

    def show_asked(
        self, asked: CommentConsent, family: str | None, name: str, draft: Mapping[str, str]
    ) -> None:
        """Show how it stands with a comment of a family, by its code, or of nobody known."""
        self._asked = asked
        self._final.setText(_final(asked))
        self.quote.set_offered("not_asked", offered=asked.can_unask)
        self.everything.set_words(_everything(asked, family))
        self.open(Opened(asked.feedback_id, Answered(asked.answer), name, draft))
        self._show_taking(shown=self.toggle.isChecked())
        self._say_packs()
        if self.shown():
            self.before = None  # the same answer given again is noted again

    @override
    def read(self) -> Answered:
        if not self.toggle.isChecked():
            return Answered(self.quote.value())
        return Answered("", self.day.day(), self.everything.box.isChecked())

    @override
    def write(self, record: Answered) -> None:
        self.quote.put(record.answer)
        self.everything.clear()
        self.day.set_today()
        self.toggle.setChecked(False)

    @override
    def keep(self, typed: Answered) -> Work:
        key, on, today = self.key, typed.taken_back_on, datetime.now().astimezone().date()
        if on is None:
            return lambda session: consent_answers.answer(session, key, typed.answer, today)
        return lambda session: consent_answers.take_back(
            session, key, on, today, everything=typed.everything
        )

    @override
    def saved(self, taken: int | None) -> None:
        if taken is None:
            answer = dict(answers())[self.quote.value()]
            self.end(tr("Consent noted: {answer}.").format(answer=answer))
        else:
            comments = count(taken, tr("comment"), tr("comments"))
            self.end(tr("Noted: {comments} will not be used any more.").format(comments=comments))

    @override
    def refused(self, error: UserError) -> None:
        field = self.quote if self.day.isHidden() else self.day
        field.set_problem(error.beside_a_field)
        field.focus()

    @override
    def texts(self) -> dict[str, str]:
        return {**super().texts(), TAKING: "yes" if self.toggle.isChecked() else ""}

    @override
    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        self.toggle.setChecked(bool(draft.get(TAKING)))

    @override
    def come(self) -> None:
        """Put the focus on the answer that stands, or on what can be done at all."""
        if self.shown():
            super().come()
        else:
            (self.panel.close_button if self._actions.isHidden() else self.toggle).setFocus()

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
        taking = tr("They no longer want it used")
        if not can_answer:
            taking = tr("They want none of it used")
        self.toggle.setText(tr("They still want it used") if shown else taking)
        self.action = tr("note consent")
        if shown:
            self.action = tr("note that consent was taken back")
            self.day.focus()

    def _say_packs(self) -> None:
        if self._asked is not None:
            whole = self.everything.box.isChecked()
            given = self._asked.packs_of_all if whole else self._asked.packs
            self._packs.setText(_packs(given))


def _final(asked: CommentConsent) -> str:
    if asked.taken_back_on is None:
        return ""
    on = day(asked.taken_back_on)
    if asked.is_gone:
        return tr("On {day} they said: no longer use it. That is final.").format(day=on)
    return tr("On {day} they said: no longer use a part of it. That is final.").format(day=on)


def _everything(asked: CommentConsent, family: str | None) -> str:
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
