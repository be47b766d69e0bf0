"""A form that stands in place of its list: of one record that is kept, or of a new one."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from typing_extensions import override

from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.form import Beside, Form, Opened
from pcf_desktop.ui.screen import Screen

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

R = TypeVar("R")


class KeptForm(Form[R]):
    """Looks at one record, by its id, after another; a subject says in `found` how one is read.

    Escape closes it, and leaves what was typed for whoever comes back. `kept` is emitted with the
    record's id, which the work returns, once it is saved.
    """

    kept = Signal(int)

    def __init__(
        self, screen: Screen, action: str, *rows: Beside, frame: Card | None = None
    ) -> None:
        super().__init__(screen, action, *rows, frame=frame)
        bind(self, "Esc", self.closed.emit)

    def found(self, session: "Session", key: int) -> Opened[R] | None:
        """Return a record, or what a new one begins with; None: it has gone.

        It runs on the worker's thread, and touches no field.
        """
        raise NotImplementedError

    def look_at(self, key: int = 0) -> None:
        """Be empty for a new record, whose id is 0; one that is kept is shown once it is read."""
        self.let_go()
        self.restore(dict.fromkeys(self.fields, ""))
        self.fill(self.read())
        self.key = key
        self.load()

    @override
    def saved(self, result: object) -> None:
        self.kept.emit(result)

    @override
    def load(self) -> None:
        key = self.key
        self._screen.latest("form", lambda session: self.found(session, key), self._show)

    def _show(self, opened: Opened[R] | None) -> None:
        if opened is None:
            self.closed.emit()
        else:
            self.open(opened)
