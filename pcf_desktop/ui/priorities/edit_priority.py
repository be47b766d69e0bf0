"""Editing a priority: the form in which it was added, filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
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
    from pcf_desktop.workspace import Session


@dataclass(frozen=True)
class Opened:
    """A priority as it is kept, and what was typed for it and not saved, with its draft's name."""

    kept: Draft
    offer: Offer
    name: str
    unsaved: Mapping[str, str]


class EditPriority(PriorityForm):
    """The form of a priority that is kept; emits `gone` when it is there no longer."""

    gone = Signal()

    def __init__(self, screen: "Screen") -> None:
        super().__init__(screen, PageHeader(tr("Edit the priority")), tr("Back to the priority"))
        self.priority_id: int | None = None
        self._before: Draft | None = None
        self._others: dict[str, Mapping[str, str]] = {}
        """What was typed for other priorities, by the names of their drafts."""
        save = Button(tr("Save changes"), Kind.PRIMARY, key="Ctrl+S")
        leave = Button(tr("Leave as it was"))
        leave.clicked.connect(self.leave)
        self.end_with(self.save, save, leave)

    @override
    def first_focus(self) -> QWidget:
        """Return the words."""
        return self.words.page

    def show_priority(self, priority_id: int) -> None:
        """Show a priority; what was typed for it before and not saved is still there."""
        if priority_id != self.priority_id:
            self._put_by()
            self.priority_id, self._before, self.unsaved.name = priority_id, None, ""
            self.fill(Draft("", ""))
        self.load()
        self.first_focus().setFocus()

    @property
    @override
    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"save": self.save}

    @override
    def load(self) -> None:
        """Look again at what is kept; what was typed and not saved stays."""
        wanted = self.priority_id
        if wanted is not None:
            self._screen.latest("edit", lambda session: _opened(session, wanted), self._show)

    def save(self) -> None:
        """Save what was changed, and go back to the priority."""
        wanted = self.priority_id
        if wanted is None or self._before is None:
            return
        if self.draft() == self._before:
            self._forget()
            self._screen.desk.tell(tr("Nothing was changed."))
            self.closed.emit()
            return
        self.change(
            tr("edit a priority"),
            lambda session, draft: changes.edit(session, wanted, draft),
            lambda _done: self._saved(),
        )

    def leave(self) -> None:
        """Forget what was typed, and go back to the priority."""
        if self._before is not None:
            self.fill(self._before)
        self._forget()
        self.closed.emit()

    @override
    def state(self) -> Mapping[str, str] | None:
        return None if self._before is None or self.draft() == self._before else self.fields()

    @override
    def needs_words(self) -> bool:
        return changes.needs_words(self.kind.value(), self._before)

    def _saved(self) -> None:
        self._before = self.draft()
        words = tr("Saved: {title}.").format(title=self._before.title)
        self._screen.desk.tell(words, undo=True)
        self.closed.emit()

    def _forget(self) -> None:
        self._others[self.unsaved.name] = {}  # read too soon, the draft would still be there
        self.unsaved.forget()

    def _put_by(self) -> None:
        """Keep what was typed for one priority, for whoever goes back to it, also at once."""
        typed = self.state()
        if typed is not None:
            self._others[self.unsaved.name] = typed
        self.put_away()

    def _show(self, found: Opened | None) -> None:
        if found is None:
            self._before = self.priority_id = None
            self.unsaved.name = ""
            self.gone.emit()
            return
        first = self._before is None
        typed = not first and self.draft() != self._before
        self.offer_kinds(found.offer.kinds)
        if not typed:
            self.fill(found.kept)
            self._before = self.draft()
        unsaved = self._others.pop(found.name, found.unsaved)
        if first and unsaved:
            self.restore(unsaved)
            typed = self.draft() != self._before
        self.unsaved.name = found.name
        about = tr("What you typed here before is not saved yet.") if typed else found.kept.title
        self.head.set_words(tr("Edit the priority"), about)


def _opened(session: "Session", priority_id: int) -> Opened | None:
    kept = changes.draft_of(session, priority_id)
    if kept is None:
        return None
    name = changes.draft_name(session, priority_id)
    offer = changes.offer(session, kept.kind)
    return Opened(kept, offer, name, drafts.read(session, name))
