"""Typing in a priority of the inspection letter, or a concern of the forum's own."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.forum import drafts
from pcf_desktop.services.priorities import changes
from pcf_desktop.services.priorities.changes import Draft, Offer
from pcf_desktop.ui.components.button import Button, Kind
from pcf_desktop.ui.components.page_header import PageHeader
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.priority_form import PriorityForm

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen


FORM = "new priority"
"""The name of its draft."""


class AddPriority(PriorityForm):
    """The form of a new priority; emits `added` with its id."""

    added = Signal(int)

    def __init__(self, screen: "Screen") -> None:
        self._next, self._proposed = "", ""
        self._restored = False
        super().__init__(screen, PageHeader(tr("Add a priority"), _about()), tr("All priorities"))
        self.unsaved.name = FORM
        following = Button(tr("Add and start the next"), Kind.PRIMARY, key="Ctrl+Enter").bind()
        save = Button(tr("Add"), key="Ctrl+S")
        save.clicked.connect(self.add)
        leave = Button(tr("Leave without adding"))
        leave.clicked.connect(self.leave)
        self.end_with(self.add_and_next, following, save, leave)

    @override
    def first_focus(self) -> QWidget:
        """Return the kind, or the words once a kind is chosen."""
        return self.words.page if self.kind.value() else self.kind.combo

    @property
    @override
    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"save": self.add}

    @override
    def load(self) -> None:
        """Ask for the kinds and the next number, and once for a draft that was not saved."""
        self._screen.latest(
            "new priority",
            lambda session: (changes.offer(session), drafts.read(session, FORM)),
            self._offer,
        )

    def add(self) -> None:
        """Add it, and go back to the list."""
        self._add(self.added.emit)

    def add_and_next(self) -> None:
        """Add it, and begin the next of the same kind."""
        self._add(lambda _key: self.words.focus())

    def leave(self) -> None:
        """Forget what was typed, and go back to the list."""
        self._begin_anew()
        self.unsaved.forget()
        self.closed.emit()

    @override
    def state(self) -> Mapping[str, str] | None:
        number = "" if self.number.value() == self._proposed else self.number.value()
        typed = (self.words.value(), self.title.value(), self.keywords.value(), number)
        return {**self.fields(), "number": number} if any(typed) else None

    @override
    def kind_chosen(self) -> None:
        super().kind_chosen()
        self._propose_number()

    def _add(self, then: Callable[[int], object]) -> None:
        def saved(key: int) -> None:
            title = self.title.value()
            self._begin_anew()
            self.load()
            self._screen.desk.tell(tr("Added: {title}.").format(title=title), undo=True)
            then(key)

        self.change(tr("add a priority"), changes.add, saved)

    def _begin_anew(self) -> None:
        self.fill(Draft(self.kind.value(), ""))
        self.head.set_words(tr("Add a priority"), _about())
        self._proposed = ""
        self._propose_number()

    def _offer(self, found: tuple[Offer, Mapping[str, str]]) -> None:
        offer, draft = found
        self.offer_kinds(offer.kinds)
        if not self._restored:
            self._restored = True
            self._bring_back(draft)
        self._next = offer.number
        self._propose_number()

    def _bring_back(self, draft: Mapping[str, str]) -> None:
        """Show a draft; whoever began to type before it came back loses neither."""
        if not draft:
            return
        typed = self.state() or {}
        both = (draft.get("words", ""), typed.get("words", ""))
        here = {name: words for name, words in typed.items() if words}
        self.restore({**draft, **here, "words": "\n".join(part for part in both if part)})
        self.head.set_words(tr("Add a priority"), tr("This is the draft you had not saved."))

    def _propose_number(self) -> None:
        """Propose the next number, unless the person typed one."""
        if self.number.value() == self._proposed:
            self._proposed = "" if self.is_own else self._next
            self.number.set_value(self._proposed)


def _about() -> str:
    return tr("One by one, in the inspectors’ own words.")
