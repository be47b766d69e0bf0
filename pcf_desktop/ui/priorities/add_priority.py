"""Typing in a priority of the inspection letter, or a concern of the forum's own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pcf_desktop.services import priorities
from pcf_desktop.services.priorities import OWN_CONCERN, Draft
from pcf_desktop.ui.components.button import Button, Kind
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.choice_field import ChoiceField, Option
from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.page_header import PageHeader
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcf_desktop.ui.screen import Screen

LONGEST = 300
"""Letters of a number or a title, as many as are kept of them."""


class AddPriority(QWidget):
    """Stands in place of the list on its screen; emits `closed`, or `added` with the new id.

    Escape leaves what was typed where it is, for whoever comes back.
    """

    closed = Signal()
    added = Signal(int)

    def __init__(self, screen: "Screen", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen, self._next, self._proposed = screen, "", ""
        self._saving = False
        self._head = PageHeader(
            tr("Add a priority"), tr("One by one, in the inspectors’ own words.")
        )
        back = self._head.add(Button(tr("All priorities"), icon="arrow-left"))
        back.clicked.connect(self.closed)
        self.summary = ErrorSummary()
        self.kind = ChoiceField(tr("Kind"), filters=False)
        self.number = TextField(tr("Number in the letter"), optional=True)
        self.words = LongTextField(tr("In the inspectors’ own words"), _words_hint(own=False))
        self.title = TextField(
            tr("Short title"),
            tr("Plain words, at most eight. Left empty, one is proposed from the words above."),
        )
        self.keywords = TextField(
            tr("Words that suggest it"),
            tr("Words families use, with a comma between. Suggestions go by them."),
            optional=True,
        )
        for field in (self.number, self.title):
            field.line.setMaxLength(LONGEST)
        self.kind.changed.connect(self._kind_chosen)
        self.words.left.connect(self._propose_title)
        self._lay_out()

    def first_focus(self) -> QWidget:
        """Return the kind, or the words once a kind is chosen."""
        return self.words.page if self.kind.value() else self.kind.combo

    def load(self) -> None:
        """Ask for the kinds and the next number."""
        self._screen.latest("new priority", priorities.offer, self._offer)

    def add(self) -> None:
        """Add it, and go back to the list."""
        self._add(self.added.emit)

    def add_and_next(self) -> None:
        """Add it, and begin the next of the same kind."""
        self._add(lambda _key: self.words.focus())

    def _add(self, then: "Callable[[int], object]") -> None:
        if self._saving or self.summary.show_problems(self._checked()):
            return
        draft = Draft(
            self.kind.value(),
            self.title.value(),
            self.words.value(),
            self.number.value(),
            self.keywords.value().split(","),
        )
        self._set_saving(saving=True)
        job = self._screen.change(
            tr("add a priority"),
            lambda session, _progress: priorities.add(session, draft),
            lambda key: self._saved(key, draft.title, then),
        )
        job.ended.connect(lambda: self._set_saving(saving=False))

    def _saved(self, key: int, title: str, then: "Callable[[int], object]") -> None:
        self._set_saving(saving=False)
        self.words.set_value("")
        for line in (self.number, self.title, self.keywords):
            line.set_value("")
        self._proposed = ""
        self.load()
        self._screen.desk.tell(tr("Added: {title}.").format(title=title), undo=True)
        then(key)

    def _set_saving(self, *, saving: bool) -> None:
        self._saving = saving
        self._form.setEnabled(not saving)

    def _checked(self) -> list[Field]:
        """Check every field, which says beside itself what is wrong; return them in order."""
        self._propose_title()
        missing = not self.words.value() and not self._is_own()
        self.kind.set_problem("" if self.kind.value() else tr("Choose what kind it is."))
        self.words.set_problem(tr("Copy their words from the letter.") if missing else "")
        self.title.set_problem("" if self.title.value() else tr("Give it a short title."))
        return [self.kind, self.words, self.title]

    def _offer(self, found: priorities.Offer) -> None:
        self.kind.set_options([Option(word.key, word.label) for word in found.kinds])
        self._next = found.number
        self._propose_number()

    def _kind_chosen(self) -> None:
        self.kind.set_problem("")
        self.words.set_hint(_words_hint(own=self._is_own()))
        self._propose_number()

    def _is_own(self) -> bool:
        return self.kind.value() == OWN_CONCERN

    def _propose_number(self) -> None:
        """Propose the next number, unless the person typed one."""
        if self.number.value() == self._proposed:
            self._proposed = "" if self._is_own() else self._next
            self.number.set_value(self._proposed)

    def _propose_title(self) -> None:
        if not self.title.value() and self.words.value():
            self.title.set_value(priorities.proposed_title(self.words.value()))

    def _lay_out(self) -> None:
        following = Button(tr("Add and start the next"), Kind.PRIMARY, key="Ctrl+Enter").bind()
        following.clicked.connect(self.add_and_next)
        save = Button(tr("Add"), key="Ctrl+S")
        save.clicked.connect(self.add)
        for key, work in (("Esc", self.closed.emit), ("Ctrl+Return", self.add_and_next)):
            shortcut = QShortcut(QKeySequence(key), self, work)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._form = Card()
        self._form.add(
            self.summary,
            Sides(self.kind, self.number),
            self.words,
            self.title,
            self.keywords,
        )
        self._form.add_row(following, save)
        self._form.body.setStretchFactor(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._head)
        column.addWidget(self._form, 1)


def _words_hint(*, own: bool) -> str:
    if own:
        return tr("A concern of your own can do without.")
    return tr("Copied from the letter, word for word.")
