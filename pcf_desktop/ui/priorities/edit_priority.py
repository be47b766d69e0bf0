"""Editing a priority: the form in which it was added, filled in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.forum import drafts
from pcf_desktop.services.priorities import changes
from pcf_desktop.services.priorities.changes import Offer, PriorityDraft
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.page_header import PageHeader
from pcf_desktop.ui.form import Opened, Work
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.priority_form import PriorityForm
from pcf_desktop.ui.screen import Screen

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


class EditPriority(PriorityForm):
    """The form of a priority that is kept; emits `gone` when it is there no longer."""

    gone = Signal()

    def __init__(self, screen: Screen) -> None:
        head = PageHeader(tr("Edit the priority"))
        super().__init__(screen, tr("edit a priority"), head, tr("Back to the priority"))
        save = Button(tr("Save changes"), Rank.PRIMARY, key="Ctrl+S")
        leave = Button(tr("Leave as it was"))
        leave.clicked.connect(self.leave)
        self.end_with(self.save, save, leave)

    @override
    def first_focus(self) -> QWidget:
        """Return the words."""
        return self.words.page

    def show_priority(self, priority_id: int) -> None:
        """Show a priority; what was typed for it before and not saved is still there."""
        if priority_id != self.key:
            self.let_go()
            self.fill(PriorityDraft("", ""))
            self.key = priority_id
        self.load()
        self.first_focus().setFocus()

    @override
    def load(self) -> None:
        """Look again at what is kept; what was typed and not saved stays."""
        wanted = self.key
        if wanted:
            self._screen.latest("edit", lambda session: _opened(session, wanted), self._show)

    @override
    def keep(self, typed: PriorityDraft) -> Work:
        key = self.key
        return lambda session: changes.edit(session, key, typed)

    @override
    def saved(self, _result: None) -> None:
        self.end(tr("Saved: {title}.").format(title=self.title.value()))

    @override
    def needs_words(self) -> bool:
        return changes.needs_words(self.kind.value(), self.before if self.name else None)

    def _show(self, found: "tuple[Opened[PriorityDraft], Offer] | None") -> None:
        if found is None:
            self.let_go()
            self.gone.emit()
            return
        opened, offer = found
        self.offer_kinds(offer.kinds)
        self.open(opened)
        unsaved = tr("What you typed here before is not saved yet.")
        about = opened.record.title if self.is_untouched() else unsaved
        self.head.set_words(tr("Edit the priority"), about)


def _opened(session: "Session", priority_id: int) -> tuple[Opened[PriorityDraft], Offer] | None:
    kept = changes.draft_of(session, priority_id)
    if kept is None:
        return None
    name = changes.draft_name(session, priority_id)
    opened = Opened(priority_id, kept, name, drafts.read(session, name))
    return opened, changes.offer(session, kept.kind)
