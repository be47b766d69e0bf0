"""The form of a priority: its kind, number and words; empty to add one, filled in to edit it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from pcf_desktop.services.forum.reference import Word
from pcf_desktop.services.priorities import changes, telling_words
from pcf_desktop.services.priorities.changes import PriorityDraft
from pcf_desktop.services.priorities.priorities import OWN_CONCERN
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.page_header import PageHeader
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.form import Beside, Form
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.keywords_field import KeywordsField
from pcf_desktop.ui.screen import Screen

LONGEST = 300
"""Letters of a number or a title, as many as are kept of them."""


class PriorityForm(Form[PriorityDraft]):
    """Stands in place of the list on its screen; emits `closed` by its button and by Escape.

    Escape leaves what was typed where it is, for whoever comes back; a lock keeps it as a draft.
    """

    def __init__(self, screen: Screen, action: str, head: PageHeader, back: str) -> None:
        self._title_unseen = False
        self._words_filled = self._title_proposed = ""
        self.kind = ChoiceField(tr("Kind"))
        self.kind.needed = tr("Choose what kind it is.")
        self.number = TextField(tr("Number in the letter"), optional=True)
        self.words = LongTextField(tr("In the inspectors’ own words"), _words_hint(own=False))
        self.title = TextField(tr("Short title"), _title_hint())
        self.title.needed = tr("Give it a short title.")
        self.keywords = KeywordsField(lines=3, optional=True)
        super().__init__(
            screen,
            action,
            Beside({"kind": self.kind, "number": self.number}),
            Beside({"words": self.words}),
            Beside({"title": self.title}),
            Beside({"keywords": self.keywords}),
        )
        self.frame.body.setStretchFactor(self.words, 1)
        self.head = head
        self.column.insertWidget(0, head)
        self.back = head.add(Button(back, icon="arrow-left"))
        self.back.clicked.connect(self.closed)
        bind(self, "Esc", self.closed.emit)
        for field in (self.number, self.title):
            field.line.setMaxLength(LONGEST)
        self.title.line.installEventFilter(self)
        self.kind.changed.connect(self.kind_chosen)
        self.kind.combo.editTextChanged.connect(self.noticed)
        self.words.left.connect(self._words_left)

    @property
    def is_own(self) -> bool:
        """Whether it is a concern of the forum's own."""
        return self.kind.value() == OWN_CONCERN

    def needs_words(self) -> bool:
        """Say whether the inspectors' words must be given."""
        return changes.needs_words(self.kind.value())

    @override
    def read(self) -> PriorityDraft:
        return PriorityDraft(
            self.kind.value(),
            self.title.value(),
            self.words.value(),
            self.number.value(),
            self.keywords.keywords(),
        )

    @override
    def write(self, record: PriorityDraft) -> None:
        self.kind.set_value(record.kind)
        self.number.set_value(record.number)
        self.words.set_value(record.words)
        self.title.set_value(record.title)
        self.title.line.setCursorPosition(0)
        self.title.set_hint(_title_hint())
        self.keywords.show_keywords(record.keywords)
        self._title_unseen = False
        self._words_filled, self._title_proposed = self.words.value(), ""

    @override
    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        if self.title.value() == self._title_of_words():  # nobody typed over it
            self._title_proposed = self.title.value()

    @override
    def check(self) -> bool:
        """Check the fields; a title that was proposed and not seen yet is shown first."""
        self._propose_title()
        self.words.needed = tr("Copy their words from the letter.") if self.needs_words() else ""
        return super().check() and not self._show_unseen()

    def offer_kinds(self, kinds: Sequence[Word]) -> None:
        """Offer these kinds; what is typed of one stays."""
        self.kind.set_options([Choosable(word.key, word.label) for word in kinds])

    def kind_chosen(self) -> None:
        """Follow the kind."""
        self.words.set_hint(_words_hint(own=self.is_own))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the title has been come to, and so seen."""
        if watched is self.title.line and event.type() == QEvent.Type.FocusIn:
            self._title_unseen = False
        return super().eventFilter(watched, event)

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


def _words_hint(*, own: bool) -> str:
    if own:
        return tr("A concern of your own can do without.")
    return tr("Copied from the letter, word for word.")


def _title_hint() -> str:
    return tr("Plain words, at most eight. Left empty, one is proposed from the words above.")
