"""The palette and the text size: chosen in the View menu and at the foot, and remembered."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QActionGroup, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from pcf_desktop.ui.appearance import TEXT_SIZES, Look, apply, remember
from pcf_desktop.ui.foot import Foot
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import PALETTES, palette


class LookMenu(QObject):
    """Dresses the application; `window` holds the menus."""

    def __init__(self, choice: Look, view: QMenu, foot: Foot, window: QWidget) -> None:
        super().__init__(window)
        self.choice = choice
        self._foot, self._window = foot, window
        foot.size_pressed.connect(self._offer_sizes)
        self._palettes = self._palettes_in(view.addMenu(tr("&Colours")))
        self.set_choice(choice)

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """The commands of the View menu."""
        return {
            "larger": lambda: self._choose(self.choice.larger()),
            "smaller": lambda: self._choose(self.choice.smaller()),
            "usual": lambda: self._choose(Look(self.choice.palette)),
        }

    def set_choice(self, choice: Look) -> None:
        """Dress the application in a palette and a text size."""
        self.choice = choice
        apply(choice)
        self._foot.set_percent(choice.percent)
        for action in self._palettes.actions():
            action.setChecked(action.data() == choice.palette)

    def _palettes_in(self, menu: QMenu) -> QActionGroup:
        made = QActionGroup(menu)
        for name in PALETTES:
            action = menu.addAction(palette(name).words)
            action.setCheckable(True)
            action.setData(name)
            made.addAction(action)
        made.triggered.connect(
            lambda action: self._choose(Look(str(action.data()), self.choice.percent))
        )
        return made

    def _choose(self, choice: Look) -> None:
        self.set_choice(choice)
        remember(choice)

    def _offer_sizes(self) -> None:
        menu = QMenu(self._window)
        for percent in TEXT_SIZES:
            action = menu.addAction(tr("{n}%").format(n=percent))
            action.setCheckable(True)
            action.setChecked(percent == self.choice.percent)
            wanted = Look(self.choice.palette, percent)
            action.triggered.connect(lambda _on=False, wanted=wanted: self._choose(wanted))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(QCursor.pos())
