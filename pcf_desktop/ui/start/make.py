"""Making a forum: its name, its area, and the passphrase that protects it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.services.forum import local_areas
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.start.chosen_passphrase import ChosenPassphrase
from pcf_desktop.ui.start.page import StartPage


@dataclass(frozen=True)
class NewForum:
    """What the page was filled in with."""

    name: str
    area: str
    passphrase: str


class MakeForum(StartPage):
    """Asks for a new forum's name, area and passphrase; `given` with a `NewForum`."""

    given = Signal(NewForum)

    def __init__(self) -> None:
        super().__init__(tr("Make a forum"), wide=72)
        self.problems = ErrorSummary()
        self.name = TextField(tr("Name of the forum"))
        self.area = TextField(tr("Local area"), tr("As inspectors name it, such as Shropshire."))
        self.area.line.setCompleter(_completer(self))
        self.meant = LinkButton("")
        self.meant.hide()
        self.meant.clicked.connect(self._take_meant)
        self._chosen = ChosenPassphrase(tr("Passphrase"))
        self.passphrase, self.again = self._chosen.first, self._chosen.again
        self.button = Button(tr("Make the forum"), Rank.PRIMARY)
        self.button.clicked.connect(self._give)
        card = Card()
        card.add(self.name, self.area, self.meant, self.passphrase, self.again)
        card.add(
            Text(
                tr(
                    "Nobody can open the forum without this passphrase or the recovery key "
                    "that you print next. We cannot either."
                ),
                tone="muted",
            ),
            FlowRow(self.button),
        )
        self.add(self.problems, card)
        self.again.line.returnPressed.connect(self._give)
        self.area.left.connect(self._ask_meant)
        self.area.changed.connect(self.meant.hide)

    @override
    def first_focus(self) -> QWidget | None:
        return self.name.line

    def refuse(self, error: UserError) -> None:
        """Say why it was not made, beside the passphrase, which is nearly always the reason."""
        self.set_waiting(waiting=False)
        self.passphrase.set_problem(error.beside_a_field)
        self.problems.show_problems(self._fields())

    def set_waiting(self, *, waiting: bool) -> None:
        """Show that the forum is being made."""
        self.button.setEnabled(not waiting)
        self.button.setText(tr("Making the forum…") if waiting else tr("Make the forum"))

    def _fields(self) -> list[TextField]:
        return [self.name, self.area, self.passphrase, self.again]

    def _ask_meant(self) -> None:
        """Ask about an area that is nearly one of the list; another one is taken as it is."""
        area = local_areas.meant(self.area.value())
        words = tr("Did you mean {area}?").format(area=area) if area else ""
        if words and (words != self.meant.text() or not self.meant.isVisible()):
            announce(self.area.line, words)
        self.meant.setText(words)
        self.meant.setVisible(bool(words))

    def _take_meant(self) -> None:
        self.area.set_value(local_areas.meant(self.area.value()) or self.area.value())
        self.passphrase.focus()

    def _give(self) -> None:
        self.name.set_problem("" if self.name.value() else tr("Give the forum a name."))
        self.area.set_problem("" if self.area.value() else tr("Name the local area."))
        self._chosen.check()
        if not self.problems.show_problems(self._fields()):
            self.given.emit(NewForum(self.name.value(), self.area.value(), self.passphrase.value()))


def _completer(parent: QObject) -> QCompleter:
    """Return what offers the areas whose name holds what was typed."""
    made = QCompleter(local_areas.names(), parent)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return made
