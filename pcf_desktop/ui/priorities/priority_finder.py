"""A field in which a priority is found by typing a part of its name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.priorities.priorities import Choice
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.search_field import SearchField
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count

MOST = 5


class PriorityFinder(QWidget):
    """Lists what fits below the field; Enter takes the first. Emits `picked` with its id."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField(tr("Type to find a priority"), "L")
        self._choices: Sequence[Choice] = ()
        self._found: list[LinkButton] = []
        self._none = Text(tr("No priority has these words."), Role.SMALL, "muted")
        self._none.hide()
        self._column = stacked(self, self.field, self._none, gap=0.5)
        self.field.textChanged.connect(self._show)
        for key in ("Return", "Enter"):
            bind(self.field, key, self._take_first, within=False)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Find among these."""
        self._choices = choices
        self._show(self.field.text())

    def title_of(self, priority_id: int) -> str:
        """Return the title of a priority, nothing when it is not among the choices."""
        return next((each.title for each in self._choices if each.id == priority_id), "")

    def _show(self, typed: str) -> None:
        for button in self._found:
            button.hide()
            button.deleteLater()
        wanted = typed.casefold().split()
        fits = [each for each in self._choices if wanted and _fits(each, wanted)][:MOST]
        self._found = [self._button(each) for each in fits]
        self._none.setVisible(bool(wanted) and not fits)
        if wanted:
            announce(self.field, count(len(fits), tr("priority"), tr("priorities")))

    def _button(self, choice: Choice) -> LinkButton:
        button = LinkButton(named(choice))
        button.clicked.connect(lambda: self._take(choice.id))
        self._column.addWidget(button)
        button.show()
        return button

    def _take_first(self) -> None:
        if self._found:
            self._found[0].click()

    def _take(self, priority_id: int) -> None:
        self.field.clear()
        self.picked.emit(priority_id)


def named(choice: Choice) -> str:
    """Return a priority with its number, as it is printed."""
    return f"{choice.number}  {choice.title}" if choice.number else choice.title


def _fits(choice: Choice, wanted: Sequence[str]) -> bool:
    words = named(choice).casefold()
    return all(word in words for word in wanted)
