"""The question before a priority is deleted: what goes with it, what stays, and a way back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from pcf_desktop.services.priorities import changes
from pcf_desktop.services.priorities.changes import PriorityGoing
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities import what_goes

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen


class DeleteQuestion(Card):
    """Hidden until `ask`; emits `deleted` with the priority's id, or `kept`."""

    deleted = Signal(int)
    kept = Signal()

    def __init__(self, screen: "Screen") -> None:
        super().__init__(tr("Delete this priority?"))
        self._screen = screen
        self._id: int | None = None
        self._about = ""
        self._deleting = False
        self._words = Text("")
        self.yes = Button(tr("Delete the priority"), Rank.DANGER)
        self.no = Button(tr("Keep it"))
        self.yes.clicked.connect(self._delete)
        self.no.clicked.connect(self.kept)
        self.add(self._words)
        self.add_row(self.yes, self.no)
        self.hide()

    def ask(self, priority_id: int) -> None:
        """Read what would go, then ask, with the focus on the way back."""
        self._id = priority_id
        self._read(self._ask)

    def load(self) -> None:
        """Count again, if the question is being asked."""
        if self.isVisible():
            self._read(self._show)

    def _read(self, then: Callable[[PriorityGoing], object]) -> None:
        wanted = self._id
        if wanted is not None:
            self._screen.latest(
                "going",
                lambda session: changes.what_goes(session, wanted),
                lambda going: then(going) if going is not None else None,
            )

    def _ask(self, going: PriorityGoing) -> None:
        self._show(going)
        self.show()
        self.no.setFocus()
        announce(self, f"{self.title.text()} {self._words.text()}")

    def _show(self, going: PriorityGoing) -> None:
        self._about = going.title
        self.title.setText(tr("Delete “{title}”?").format(title=going.title))
        self.setAccessibleName(self.title.text())
        self._words.setText("\n".join(what_goes.sentences(going)))

    def _delete(self) -> None:
        wanted = self._id
        if wanted is None or self._deleting:
            return
        self._deleting = True
        job = self._screen.change(
            tr("delete a priority"),
            lambda session, _progress: changes.delete(session, wanted),
            lambda _done: self._deleted(wanted),
        )
        job.ended.connect(self._ended)

    def _deleted(self, priority_id: int) -> None:
        self._screen.desk.tell(tr("Deleted: {title}.").format(title=self._about), undo=True)
        self.deleted.emit(priority_id)

    def _ended(self) -> None:
        self._deleting = False
