"""The form of a priority: its kind, number and words; empty to add one, filled in to edit it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from pcf_desktop.progress import Progress
from pcf_desktop.services.forum import drafts, reference
from pcf_desktop.services.priorities import changes, telling_words
from pcf_desktop.services.priorities.changes import Draft
from pcf_desktop.services.priorities.priorities import OWN_CONCERN
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.page_header import PageHeader
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.pages import Page
from pcf_desktop.ui.priorities.keywords_field import KeywordsField
from pcf_desktop.ui.priorities.kind_field import KindField
from pcf_desktop.ui.priorities.unsaved import Unsaved
from pcf_desktop.ui.tokens import space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcf_desktop.ui.screen import Screen
    from pcf_desktop.workspace import Session

LONGEST = 300
"""Letters of a number or a title, as many as are kept of them."""


class PriorityForm(Page):
    """Stands in place of the list on its screen; emits `closed` by its button and by Escape.

    Escape leaves what was typed where it is, for whoever comes back; a lock keeps it as a draft.
    A subclass names the draft in `unsaved`, and adds its buttons with `end_with`.
    """

    closed = Signal()

    def __init__(self, screen: "Screen", head: PageHeader, back: str) -> None:
        super().__init__()
        self._screen, self.head = screen, head
        self._saving = self._filling = self._title_unseen = False
        self._words_filled = self._title_proposed = ""
        self.unsaved = Unsaved(screen, self.state)
        self.back = head.add(Button(back, icon="arrow-left"))
        self.back.clicked.connect(self.closed)
        self.summary = ErrorSummary()
        self.kind = KindField()
        self.number = TextField(tr("Number in the letter"), optional=True)
        self.words = LongTextField(tr("In the inspectors’ own words"), _words_hint(own=False))
        self.title = TextField(tr("Short title"), _title_hint())
        self.keywords = KeywordsField(lines=3, optional=True)
        for field in (self.number, self.title):
            field.line.setMaxLength(LONGEST)
        self.title.line.installEventFilter(self)
        for each in (self.kind, self.number, self.words, self.title, self.keywords):
            each.changed.connect(self._typed)
        self.kind.changed.connect(self.kind_chosen)
        self.words.left.connect(self._words_left)
        self._lay_out()

    @property
    def is_own(self) -> bool:
        """Whether it is a concern of the forum's own."""
        return self.kind.value() == OWN_CONCERN

    def needs_words(self) -> bool:
        """Say whether the inspectors' words must be given."""
        return changes.needs_words(self.kind.value())

    def draft(self) -> Draft:
        """Return what stands in the form."""
        return Draft(
            self.kind.value(),
            self.title.value(),
            self.words.value(),
            self.number.value(),
            self.keywords.keywords(),
        )

    def fill(self, draft: Draft) -> None:
        """Show a priority in the form, with nothing said to be wrong."""
        self._filling = True
        self.kind.set_value(draft.kind)
        self.number.set_value(draft.number)
        self.words.set_value(draft.words)
        self.title.set_value(draft.title)
        self.title.line.setCursorPosition(0)
        self.title.set_hint(_title_hint())
        self.keywords.show_keywords(draft.keywords)
        self._filling = self._title_unseen = False
        self._words_filled, self._title_proposed = self.words.value(), ""
        for field in (self.kind, self.words, self.title):
            field.set_problem("")
        self.summary.clear()

    def state(self) -> Mapping[str, str] | None:
        """Return what to keep as a draft; None when nothing would be missed."""
        return self.fields()

    def fields(self) -> Mapping[str, str]:
        """Return what stands in the fields, word for word."""
        return {
            "kind": self.kind.value(),
            "number": self.number.value(),
            "words": self.words.page.toPlainText(),
            "title": self.title.line.text(),
            "keywords": self.keywords.page.toPlainText(),
        }

    def restore(self, state: Mapping[str, str]) -> None:
        """Show what a draft kept."""
        self._filling = True
        self.kind.set_value(state.get("kind", ""))
        for name, field in (("number", self.number), ("title", self.title)):
            field.set_value(state.get(name, ""))
        for name, page in (("words", self.words), ("keywords", self.keywords)):
            page.set_value(state.get(name, ""))
        self._filling = False
        if self.title.value() == self._title_of_words():  # nobody typed over it
            self._title_proposed = self.title.value()

    @override
    def put_away(self) -> None:
        """Keep what was typed a moment ago, for the forum is about to be locked."""
        self.unsaved.put_away()

    def offer_kinds(self, kinds: "Sequence[reference.Word]") -> None:
        """Offer these kinds."""
        self.kind.offer(kinds)

    def kind_chosen(self) -> None:
        """Follow the kind."""
        self.words.set_hint(_words_hint(own=self.is_own))

    def change(
        self, action: str, work: "Callable[[Session, Draft], Any]", then: Callable[[Any], object]
    ) -> None:
        """Save what was typed as one step, the form disabled meanwhile; not what is wrong.

        A title that was proposed and not seen yet is shown first.
        """
        if self._saving or self.summary.show_problems(self._checked()) or self._show_unseen():
            return
        draft, name = self.draft(), self.unsaved.name
        self.unsaved.put_away()  # a save that is refused, or cut off by the lock, loses nothing
        self._set_saving(saving=True)

        def save(session: "Session", _progress: Progress) -> object:
            drafts.drop(session, name)
            return work(session, draft)

        def saved(result: object) -> None:
            self._set_saving(saving=False)
            then(result)

        job = self._screen.change(action, save, saved)
        job.ended.connect(lambda: self._set_saving(saving=False))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the title has been come to, and so seen."""
        if watched is self.title.line and event.type() == QEvent.Type.FocusIn:
            self._title_unseen = False
        return super().eventFilter(watched, event)

    def end_with(self, work: Callable[[], None], primary: Button, *others: Button) -> None:
        """End the form with these buttons; the primary one, and Ctrl+Enter, do the work."""
        primary.clicked.connect(work)
        self._bind("Ctrl+Return", work)
        self._card.add_row(primary, *others)

    def _bind(self, key: str, work: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self, work)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _set_saving(self, *, saving: bool) -> None:
        self._saving = saving
        self._card.setEnabled(not saving)

    def _typed(self) -> None:
        if self._filling or self._saving:
            return
        for field in (self.words, self.title):
            if field.problem and field.value():
                field.set_problem("")
        self.unsaved.typed()

    def _checked(self) -> list[Field]:
        """Check every field, which says beside itself what is wrong; return them in order."""
        self._propose_title()
        self.kind.check()
        missing = not self.words.value() and self.needs_words()
        if not self.kind.typed():
            self.kind.set_problem(tr("Choose what kind it is."))
        self.words.set_problem(tr("Copy their words from the letter.") if missing else "")
        self.title.set_problem("" if self.title.value() else tr("Give it a short title."))
        return [self.kind, self.words, self.title]

    def _words_left(self) -> None:
        self._propose_title()
        self._propose_keywords()

    def _propose_title(self) -> None:
        """Propose a title for the words above, also in place of one that was proposed before."""
        now, proposed = self.title.value(), self._title_of_words()
        if now not in {"", self._title_proposed} or now == proposed:
            return
        self._title_proposed = proposed
        self.title.set_value(proposed)
        self.title.line.setCursorPosition(0)
        about = tr("Proposed from the words above. Change it if it does not fit.")
        self.title.set_hint(about if proposed else _title_hint())
        self._title_unseen = bool(proposed)

    def _title_of_words(self) -> str:
        words = self.words.value()
        return changes.proposed_title(words) if words else ""

    def _show_unseen(self) -> bool:
        """Show a title that was proposed and not seen yet; return whether there was one."""
        if not self._title_unseen:
            return False
        self.title.set_hint(tr("Proposed from the words above. Change it, or save once more."))
        self.title.focus()
        self.title.line.selectAll()
        self._title_unseen = False
        announce(self.title.line, self.title.hint.text())
        return True

    def _propose_keywords(self) -> None:
        """Propose words once for the words above; what is taken out stays out."""
        words = self.words.value()
        if words == self._words_filled or self.keywords.value():
            return
        self._words_filled = words

        def propose(found: tuple[str, ...]) -> None:
            if self.words.value() == words and not self.keywords.value():
                self.keywords.propose(found)

        self._screen.latest(
            "proposed words", lambda session: telling_words.proposed(session, words), propose
        )

    def _lay_out(self) -> None:
        self._bind("Esc", self.closed.emit)
        self._card = Card()
        self._card.add(
            self.summary, Sides(self.kind, self.number), self.words, self.title, self.keywords
        )
        self._card.body.setStretchFactor(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.head)
        column.addWidget(self._card, 1)


def _words_hint(*, own: bool) -> str:
    if own:
        return tr("A concern of your own can do without.")
    return tr("Copied from the letter, word for word.")


def _title_hint() -> str:
    return tr("Plain words, at most eight. Left empty, one is proposed from the words above.")
