"""Second step: each question with sample answers, its kind, and whether it is kept; a preview."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.importers.columns.asking import shortened
from pcf_desktop.importers.sheet import Kind, SheetQuestion
from pcf_desktop.services.forum.known_words import Choosing, WordMatch
from pcf_desktop.services.surveys import about_family
from pcf_desktop.services.surveys.about_family import LISTS
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.record_table import Column, RecordTable, Weight
from pcf_desktop.ui.surveys.export_file import ExportFile
from pcf_desktop.ui.surveys.family_words import family_lists
from pcf_desktop.ui.surveys.preview import Preview
from pcf_desktop.ui.surveys.profiles import Profiles
from pcf_desktop.ui.surveys.sentences import fate, fates, kinds, left_out
from pcf_desktop.ui.surveys.word_matches import WordMatches
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import number

QUESTIONS, PREVIEW, WORDS, NEXT_YEAR = "questions", "preview", "words", "next year"
"""The parts of the step, of which one is shown, so that it needs no scrolling."""

_CHOSEN_KINDS = (
    Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE, Kind.NUMBER, Kind.DATE, Kind.TEXT, Kind.CONSENT,
    Kind.IDENTITY,
)  # fmt: skip


class MatchColumns(QWidget):
    """Emits `kept` (key, whether) and `kind_chosen` (key, kind) for the question on hand."""

    kept = Signal(str, bool)
    kind_chosen = Signal(str, str)
    about_chosen = Signal(str, str)
    word_looked = Signal(WordMatch, str)

    def __init__(self, profiles: Profiles) -> None:
        super().__init__()
        self._export: ExportFile | None = None
        self._filling = False
        self._questions = RecordTable[SheetQuestion](_columns(), self._fetch, self)
        self.list = PagedTable(tr("Questions of the file"), self._questions, lines=2)
        self.view = Chips(tr("Show"), _views())
        self.view.set_value(QUESTIONS)
        self.view.set_offered(WORDS, offered=False)
        self.view.chosen.connect(lambda _keys: self._show_view())
        self.list.table.picked.connect(lambda _key: self._show_current())
        self.kind = ChoiceField(tr("What was asked for"), filters=False)
        self.kind.changed.connect(self._kind_changed)
        self.about = ChoiceField(tr("What it says of the family"), filters=False)
        self.about.changed.connect(self._about_changed)
        self._about: Mapping[str, str] = {}
        self.words = WordMatches()
        self.words.looked.connect(self.word_looked)
        self.keep = Chips(
            tr("Keep this question or leave it out"),
            [ChipOption("keep", tr("Keep")), ChipOption("out", tr("Leave out"))],
        )
        self.keep.chosen.connect(self._keep_changed)
        self.list.table.opened.connect(lambda _key: self.kind.focus())
        bind(self.list.table, "K", self._toggle, within=False)
        self._names = Banner("", Level.INFO)
        self._preview = Preview()
        self._ignored = Card(tr("Columns that are not read"))
        self._reasons = Text("")
        self._ignored.add(self._reasons)
        self._lay_out(profiles)

    def show_export(self, export: ExportFile) -> None:
        """Show the questions of this file, keeping the current one."""
        before = self._export
        self._export = export
        questions = export.sheet.questions
        keys = sorted(range(len(questions)), key=lambda place: _order(questions[place]))
        if before is not None and len(before.sheet.questions) == len(keys):
            self._questions.forget(keys)
        else:
            self._questions.set_keys(keys)
            self.list.table.go_to(keys[0])
        words = left_out(export.sheet.questions)
        self._names.setVisible(bool(words))
        if words:
            self._names.set_words(words)
        ignored = export.sheet.ignored
        self._ignored.setVisible(bool(ignored))
        self._reasons.setText("\n".join(f"{each.heading}: {each.reason}" for each in ignored))
        self._preview.show_sheet(export.sheet)
        self._show_current()

    def show_about(
        self, about: Mapping[str, str], found: Mapping[str, tuple[list[WordMatch], Choosing]]
    ) -> None:
        """Show which questions say what of the family, and what their answers mean."""
        self._about = about
        matches = [each for words, _ in found.values() for each in words]
        self.view.set_offered(WORDS, offered=bool(matches))
        if not matches and WORDS in self.view.value():
            self.begin()
        choosing = {key: each for key, (_, each) in found.items()}
        self.words.show_matches(sorted(matches, key=lambda each: each.key is not None), choosing)
        self._show_current()

    def forget(self) -> None:
        """Know no file, so that the next begins at its first question."""
        self._export = None

    def begin(self) -> None:
        """Show the questions first, also where another part was shown before."""
        self.view.set_value(QUESTIONS)
        self._show_view()

    def first_focus(self) -> QWidget:
        """Return the list of questions, or else the choice of the part that is shown."""
        shown = QUESTIONS in self.view.value()
        return self.list.table if shown else self.view.focusProxy() or self.view

    @property
    def current(self) -> SheetQuestion | None:
        """The question on hand."""
        place = self.list.table.current_key()
        if self._export is None or place is None:
            return None
        return self._export.sheet.questions[place]

    def _show_view(self) -> None:
        chosen = self.view.value() or (QUESTIONS,)
        for key, part in self._parts.items():
            part.setVisible(key in chosen)

    def _fetch(
        self, keys: Sequence[int], deliver: Callable[[Mapping[int, SheetQuestion]], object]
    ) -> None:
        if self._export is not None:
            deliver({key: self._export.sheet.questions[key] for key in keys})

    def _show_current(self) -> None:
        question = self.current
        if question is None:
            return
        self._filling = True
        self._words.setText(question.label)
        self._samples.setText("\n".join(f"“{sample}”" for sample in question.samples))
        self._samples.setVisible(bool(question.samples))
        names = kinds()
        offered = [*_CHOSEN_KINDS, *([] if question.kind in _CHOSEN_KINDS else [question.kind])]
        self.kind.set_options([Choosable(kind.value, names[kind]) for kind in offered])
        self.kind.set_value(question.kind.value)
        self.keep.set_value("keep" if question.keep else "out")
        nothing = Choosable("", tr("Nothing of the family"))
        lists = family_lists()
        self.about.set_options([nothing, *(Choosable(key, lists[key]) for key in LISTS)])
        self.about.combo.setCurrentIndex(max(0, self.about.combo.findData(self._about_current())))
        self.about.setVisible(about_family.can_tell(question.kind))
        self._filling = False

    def _about_current(self) -> str:
        return self._about.get(self.current.key, "") if self.current is not None else ""

    def _about_changed(self) -> None:
        chosen = self.about.value()
        if self.current and not self._filling and chosen != self._about_current():
            self.about_chosen.emit(self.current.key, chosen)

    def _kind_changed(self) -> None:
        question, kind = self.current, self.kind.value()
        if question is None or self._filling or kind == question.kind.value:
            return
        if question.kind is not Kind.IDENTITY or question.keep:
            self.kind_chosen.emit(question.key, kind)
            return

        def sure() -> None:
            self.kept.emit(question.key, not question.keep)
            self.kind_chosen.emit(question.key, kind)

        self._ask(question, sure)

    def _keep_changed(self, chosen: tuple[str, ...]) -> None:
        if self.current is not None:
            self._keep(self.current, keep="keep" in chosen)

    def _toggle(self) -> None:
        if self.current is not None:
            self._keep(self.current, keep=not self.current.keep)

    def _keep(self, question: SheetQuestion, *, keep: bool) -> None:
        """Keep a question or leave it out; what may say who somebody is needs a word first."""
        if keep and question.personal and not question.keep:
            self._ask(question, lambda: self.kept.emit(question.key, keep))
        else:
            self.kept.emit(question.key, keep)

    def _ask(self, question: SheetQuestion, sure: Callable[[], object]) -> None:
        asked = QuestionDialog(
            tr("Keep “{column}”?").format(column=shortened(question.label)),
            tr(
                "It may say who somebody is. Answers are counted and quoted without it. Keep it "
                "only if the forum needs it and families were told so."
            ),
            stay=tr("Leave it out"),
            go=tr("Keep it"),
            parent=self,
        )
        asked.accepted.connect(sure)
        asked.rejected.connect(self._show_current)
        asked.open()

    def _lay_out(self, profiles: Profiles) -> None:
        questions = Card("", tr("Free words become comments. K keeps or leaves out."))
        questions.add(self.list)
        self._words, self._samples = Text("", Role.STRONG), Text("", tone="muted")
        detail = Card(tr("The question on hand"))
        detail.add(self._words, self._samples, self.kind, Field(tr("Keep it?"), self.keep))
        detail.add(self.about)
        rows, year = QWidget(), QWidget()
        words = Card(tr("What the answers mean"), tr("Look at each: families are counted by them."))
        words.add(self.words)
        self._parts = {
            QUESTIONS: Sides(questions, detail, shares=(2, 1), least=36),
            PREVIEW: rows,
            WORDS: words,
            NEXT_YEAR: year,
        }
        stacked(rows, self._preview, self._ignored, gap=2).setStretch(0, 1)
        stacked(year, profiles).addStretch(1)
        column = stacked(self, self._names, self.view, gap=2)
        for part in self._parts.values():  # one is shown, and takes all the room there is
            column.addWidget(part, 1)
        self._show_view()


def _views() -> list[ChipOption]:
    return [
        ChipOption(QUESTIONS, tr("Questions")),
        ChipOption(PREVIEW, tr("Preview of the answers")),
        ChipOption(WORDS, tr("What answers mean")),
        ChipOption(NEXT_YEAR, tr("The same survey next year")),
    ]


def _order(question: SheetQuestion) -> int:
    """Put what was asked first, then names and addresses, then what the tool writes itself."""
    return {Kind.IDENTITY: 1, Kind.SYSTEM: 2}.get(question.kind, 0)


def _columns() -> list[Column[SheetQuestion]]:
    names = kinds()
    return [
        Column(tr("Question"), lambda q: q.label, 24, weight=Weight.STRONG, stretch=True),
        Column(tr("For example"), _examples, 20, weight=Weight.MUTED, stretch=True, spare=True),
        Column(tr("Answered"), lambda q: number(q.answered), 8, spare=True),
        Column(tr("Asked for"), lambda q: names[q.kind], 13),
        Column(tr("What happens"), lambda q: fate(q).words, 15, look=fate, looks=fates()),
    ]


def _examples(question: SheetQuestion) -> str:
    return "; ".join(question.samples)
