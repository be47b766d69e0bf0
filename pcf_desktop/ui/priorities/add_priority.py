"""Typing in a priority of the inspection letter, or a concern of the forum's own."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.forum import drafts
from pcf_desktop.services.priorities import changes
from pcf_desktop.services.priorities.changes import Offer, PriorityDraft
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.page_header import PageHeader
from pcf_desktop.ui.form import Work
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.priority_form import PriorityForm
from pcf_desktop.ui.screen import Screen

FORM = "new priority"
"""The name of its draft."""


class AddPriority(PriorityForm):
    """The form of a new priority; emits `added` with its id."""

    added = Signal(int)

    def __init__(self, screen: Screen) -> None:
        self._next, self._proposed = "", ""
        head = PageHeader(tr("Add a priority"), _about())
        super().__init__(screen, tr("add a priority"), head, tr("All priorities"))
        self.fill(PriorityDraft("", ""))
        following = Button(tr("Add and start the next"), Rank.PRIMARY, key="Ctrl+Enter").bind()
        save = Button(tr("Add"), key="Ctrl+S")
        save.clicked.connect(self.save)
        leave = Button(tr("Leave without adding"))
        leave.clicked.connect(self.leave)
        self.end_with(self.save_and_next, following, save, leave)

    @override
    def first_focus(self) -> QWidget:
        """Return the kind, or the words once a kind is chosen."""
        return self.words.page if self.kind.value() else self.kind.combo

    @override
    def load(self) -> None:
        """Ask for the kinds and the next number, and once for a draft that was not saved."""
        self._screen.latest(
            "new priority",
            lambda session: (changes.offer(session), drafts.read(session, FORM)),
            self._offer,
        )

    def save_and_next(self) -> None:
        """Add it, and begin the next of the same kind."""
        self._add(lambda _key: self.words.focus())

    @override
    def save(self) -> None:
        """Add it, and go back to the list."""
        self._add(self.added.emit)

    @override
    def keep(self, typed: PriorityDraft) -> Work:
        return lambda session: changes.add(session, typed)

    @override
    def leave(self) -> None:
        """Forget what was typed, and go back to the list."""
        self.forget()
        self._begin_anew()
        self.closed.emit()

    @override
    def texts(self) -> dict[str, str]:
        """Leave out a number that nobody typed, for by and by another one is next."""
        texts = super().texts()
        return {**texts, "number": ""} if texts["number"] == self._proposed else texts

    @override
    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore({name: text for name, text in draft.items() if text or name != "number"})

    @override
    def kind_chosen(self) -> None:
        super().kind_chosen()
        self._propose_number()

    def _add(self, then: Callable[[int], object]) -> None:
        def added(key: int) -> None:
            title = self.title.value()
            self._begin_anew()
            self.load()
            self._screen.desk.tell(tr("Added: {title}.").format(title=title), undo=True)
            then(key)

        self.submit(added)

    def _begin_anew(self) -> None:
        self.fill(PriorityDraft(self.kind.value(), ""))
        self.head.set_words(tr("Add a priority"), _about())
        self._proposed = ""
        self._propose_number()

    def _offer(self, found: tuple[Offer, Mapping[str, str]]) -> None:
        offer, draft = found
        self.offer_kinds(offer.kinds)
        if not self.name:
            self.begin(FORM, draft)
            if draft:
                about = tr("This is the draft you had not saved.")
                self.head.set_words(tr("Add a priority"), about)
        self._next = offer.number
        self._propose_number()

    def _propose_number(self) -> None:
        """Propose the next number, unless the person typed one."""
        if self.number.value() == self._proposed:
            self._proposed = "" if self.is_own else self._next
            self.number.set_value(self._proposed)


def _about() -> str:
    return tr("One by one, in the inspectors’ own words.")
