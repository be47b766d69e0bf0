"""Second step: each question, what happens with it and why; a preview; what answers mean."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.importers.sheet import Kind, SheetQuestion
from pcf_desktop.services.forum.known_words import Choosing, WordMatch
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.record_table import Column, RecordTable, Weight
from pcf_desktop.ui.surveys.export_file import ExportFile
from pcf_desktop.ui.surveys.one_question import OneQuestion
from pcf_desktop.ui.surveys.preview import Preview
from pcf_desktop.ui.surveys.profiles import Profiles
from pcf_desktop.ui.surveys.sentences import counted_fates, examples, fate, fates, why
from pcf_desktop.ui.surveys.word_matches import WordMatches

QUESTIONS, PREVIEW, WORDS, NEXT_YEAR = "questions", "preview", "words", "next year"
"""The parts of the step, of which one is shown, so that it needs no scrolling."""
WIDE = 56
"""Letters that the choice of a part and what is said beside it need each."""


class MatchColumns(QWidget):
    """Emits `word_looked` once a person said what a word means; `one` changes a question."""

    word_looked = Signal(WordMatch, str)

    def __init__(self, profiles: Profiles) -> None:
        super().__init__()
        self._export: ExportFile | None = None
        self._about: Mapping[str, str] = {}
        self._questions = RecordTable[SheetQuestion](self._columns(), self._fetch, self)
        self.list = PagedTable(tr("Questions of the file"), self._questions, tight=True)
        self.view = Chips(tr("Show"), _views())
        self.view.set_value(QUESTIONS)
        self.view.set_offered(WORDS, offered=False)
        self.view.chosen.connect(lambda _keys: self._show_view())
        self.list.table.picked.connect(lambda _key: self._show_current())
        self.one = OneQuestion()
        self.words = WordMatches()
        self.words.looked.connect(self.word_looked)
        self.list.table.setAccessibleDescription(tr("K keeps a question or leaves it out."))
        self.list.table.opened.connect(lambda _key: self.one.kind.focus())
        bind(self.list.table, "K", self.one.toggle, within=False)
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
        self._counts.setText(counted_fates(questions))
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
        if self._export is not None and self.current is not None:
            self.one.show_question(self.current, self._export.sheet, self._about)

    def _lay_out(self, profiles: Profiles) -> None:
        questions, self._counts = Card(), Text("", tone="muted")
        self._counts.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        questions.add(self.list)
        rows, year = QWidget(), QWidget()
        words = Card(tr("What the answers mean"), tr("Look at each: families are counted by them."))
        words.add(self.words)
        self._parts = {
            QUESTIONS: Sides(questions, self.one, shares=(11, 5), least=36),
            PREVIEW: rows,
            WORDS: words,
            NEXT_YEAR: year,
        }
        stacked(rows, self._preview, self._ignored, gap=2).setStretch(0, 1)
        stacked(year, profiles).addStretch(1)
        above = Sides(self.view, self._counts, least=WIDE)
        column = stacked(self, above, gap=1.5)
        for part in self._parts.values():  # one is shown, and takes all the room there is
            column.addWidget(part, 1)
        self._show_view()

    def _columns(self) -> list[Column[SheetQuestion]]:
        return [
            Column(tr("Question"), lambda q: q.label, 20, weight=Weight.STRONG, stretch=True),
            Column(tr("What happens"), lambda q: fate(q).words, 15, look=fate, looks=fates()),
            Column(tr("Why"), self._why, 28, weight=Weight.MUTED, stretch=True, spare=True),
            Column(tr("For example"), examples, 40, weight=Weight.MUTED, spare=True),
        ]

    def _why(self, question: SheetQuestion) -> str:
        return why(question, self._export.sheet) if self._export is not None else ""


def _views() -> list[ChipOption]:
    return [
        ChipOption(QUESTIONS, tr("Questions")),
        ChipOption(PREVIEW, tr("Preview of the answers")),
        ChipOption(WORDS, tr("What answers mean")),
        ChipOption(NEXT_YEAR, tr("The same survey next year")),
    ]


def _order(question: SheetQuestion) -> tuple[bool, int]:
    """Put first what needs a look, then what was asked, then names, then what the tool writes."""
    return not question.doubtful, {Kind.IDENTITY: 1, Kind.SYSTEM: 2}.get(question.kind, 0)
