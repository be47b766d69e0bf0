"""The question that is chosen in the list: what it was taken for and why, and how to change that.

A change is for it alone, or for all that were read like it.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal

from pcf_desktop.importers.columns.asking import shortened
from pcf_desktop.importers.sheet import Kind, Sheet, SheetQuestion
from pcf_desktop.services.surveys import about_family
from pcf_desktop.services.surveys.about_family import LISTS
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.check_field import CheckField
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.family_words import family_lists
from pcf_desktop.ui.surveys.sentences import examples, kinds, like, why
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import listed, number

_CHOSEN_KINDS = (
    Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE, Kind.NUMBER, Kind.DATE, Kind.TEXT, Kind.CONSENT,
    Kind.IDENTITY,
)  # fmt: skip

MOST_NAMED = 2


class OneQuestion(Card):
    """Emits `kept` (keys, whether), `kind_chosen` (keys, kind) and `about_chosen` (key, list)."""

    kept = Signal(tuple, bool)
    kind_chosen = Signal(tuple, str)
    about_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._question: SheetQuestion | None = None
        self._like: Sequence[SheetQuestion] = ()
        self._about = ""
        self._filling = False
        self._words, self._why = Text("", Role.SECTION), Text("")
        self._samples = Text("", Role.SMALL, "muted")
        self.kind = ChoiceField(tr("What was asked for"), filters=False)
        self.kind.changed.connect(self._kind_changed)
        self.keep = Chips(
            tr("Keep this question or leave it out"),
            [ChipOption("keep", tr("Keep")), ChipOption("out", tr("Leave out"))],
        )
        self.keep.chosen.connect(self._keep_changed)
        self.about = ChoiceField(tr("What it says of the family"), filters=False)
        self.about.changed.connect(self._about_changed)
        self.all = CheckField("")
        hint = Text(tr("or K in the list"), Role.SMALL, "muted", wrap=False)
        self.add(self._words, self._why, self._samples)
        self.add_row(self.keep, hint)
        self.add(self.kind, self.about, self.all)
        self.body.addStretch(1)  # not between the fields

    def show_question(
        self, question: SheetQuestion, sheet: Sheet, about: Mapping[str, str]
    ) -> None:
        """Show this one."""
        if self._question is None or self._question.key != question.key:
            self.all.put("")
        self._question, self._like = question, like(question, sheet)
        self._filling = True
        self._words.setText(question.label)
        self._why.setText(why(question, sheet))
        self._samples.setText(tr("For example: {answers}").format(answers=examples(question)))
        self._samples.setVisible(bool(question.samples))
        self._show_choices(question)
        self._show_about(question, about)
        self._filling = False

    def toggle(self) -> None:
        """Keep it, or leave it out."""
        if self._question is not None:
            self._keep(self._question, keep=not self._question.keep)

    def _show_choices(self, question: SheetQuestion) -> None:
        names = kinds()
        offered = [*_CHOSEN_KINDS, *([] if question.kind in _CHOSEN_KINDS else [question.kind])]
        self.kind.set_options([Choosable(kind.value, names[kind]) for kind in offered])
        self.kind.set_value(question.kind.value)
        self.keep.set_value("keep" if question.keep else "out")
        self.all.set_words(_about_like(self._like))
        self.all.box.setToolTip("\n".join(each.label for each in self._like))
        self.all.setVisible(bool(self._like))

    def _show_about(self, question: SheetQuestion, about: Mapping[str, str]) -> None:
        self._about, lists = about.get(question.key, ""), family_lists()
        nothing = Choosable("", tr("Nothing"))
        self.about.set_options([nothing, *(Choosable(key, lists[key]) for key in LISTS)])
        self.about.combo.setCurrentIndex(max(0, self.about.combo.findData(self._about)))
        self.about.setVisible(about_family.can_tell(question.kind))

    def _meant(self, question: SheetQuestion) -> tuple[SheetQuestion, ...]:
        """Return the questions that a change is for."""
        return (question, *(self._like if self.all.typed() else ()))

    def _about_changed(self) -> None:
        chosen = self.about.value()
        if self._question and not self._filling and chosen != self._about:
            self.about_chosen.emit(self._question.key, chosen)

    def _kind_changed(self) -> None:
        question, kind = self._question, self.kind.value()
        if question is None or self._filling or kind == question.kind.value:
            return
        meant = self._meant(question)
        keys = tuple(each.key for each in meant)
        if question.kind is not Kind.IDENTITY or question.keep:
            self.kind_chosen.emit(keys, kind)
            return

        def sure() -> None:
            self.kept.emit(keys, not question.keep)
            self.kind_chosen.emit(keys, kind)

        self._ask(meant, sure)

    def _keep_changed(self, chosen: tuple[str, ...]) -> None:
        if self._question is not None:
            self._keep(self._question, keep="keep" in chosen)

    def _keep(self, question: SheetQuestion, *, keep: bool) -> None:
        """Keep questions or leave them out; what may say who somebody is needs a word first."""
        meant = self._meant(question)
        keys = tuple(each.key for each in meant)
        if keep and any(each.personal and not each.keep for each in meant):
            self._ask(meant, lambda: self.kept.emit(keys, keep))
        else:
            self.kept.emit(keys, keep)

    def _ask(self, meant: Sequence[SheetQuestion], sure: Callable[[], object]) -> None:
        names = "”, “".join(shortened(each.label) for each in meant)
        asked = QuestionDialog(
            tr("Keep “{columns}”?").format(columns=names),
            tr(
                "It may say who somebody is. Answers are counted and quoted without it. Keep it "
                "only if the forum needs it and families were told so."
            ),
            stay=tr("Leave it out"),
            go=tr("Keep it"),
            parent=self,
        )
        asked.accepted.connect(sure)
        asked.rejected.connect(lambda: self._show_choices(meant[0]))
        asked.open()


def _about_like(others: Sequence[SheetQuestion]) -> str:
    """Return what the tick does; two others are named."""
    if len(others) > MOST_NAMED:
        return tr("Change the {n} others that were read like it, too").format(n=number(len(others)))
    names = [f"“{shortened(each.label)}”" for each in others]
    return tr("Change {questions} too").format(questions=listed(names)) if names else ""
