"""One priority with the six stances: chosen by a click, by arrow keys or by their first letter."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.lay import abreast
from pcf_desktop.ui.components.status_mark import StatusMark
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.stances import letters, mark_of, words_of
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class StanceCard(Card):
    """Emits `chosen` with the priority and the stance, `removed` with the priority.

    Nothing is chosen until the person chooses. A card of a link shows its stance on.
    """

    chosen = Signal(int, str)
    removed = Signal(int)

    def __init__(
        self, priority_id: int, title: str, hint: str = "", key: str = "", stance: str = ""
    ) -> None:
        super().__init__(kind="sunken")
        self.setAccessibleName(title)
        self.priority_id = priority_id
        self.chips = Chips(
            tr("What it says about {priority}").format(priority=title),
            [ChipOption(name, words_of(name)) for name in letters()],
        )
        if stance:
            self.chips.set_value(stance)
        self.chips.chosen.connect(self._chosen)
        self.body.setSpacing(space(0.75))
        self._head(title, key, stance)
        if hint:
            self.add(Text(hint, Role.SMALL, "muted"))
        self.add(self.chips)
        self._bind_letters()

    def come(self) -> None:
        """Put the focus on the stances."""
        self.chips.focus_first()

    def _head(self, title: str, key: str, stance: str) -> None:
        row = abreast(gap=1)
        row.addWidget(Text(title, Role.STRONG), 1)
        top = Qt.AlignmentFlag.AlignTop
        if stance:
            row.addWidget(StatusMark(mark_of(stance)), 0, top)
            remove = Button.of_icon("x", tr("Remove the link to {priority}").format(priority=title))
            remove.clicked.connect(lambda: self.removed.emit(self.priority_id))
            row.addWidget(remove, 0, top)
        elif key:
            pick = Button(tr("Choose"), key=key, small=True)
            pick.setAccessibleName(tr("Choose {priority}").format(priority=title))
            pick.clicked.connect(self.come)
            row.addWidget(pick, 0, top)
        self.body.addLayout(row)

    def _bind_letters(self) -> None:
        for stance, letter in letters().items():
            bind(self, letter, partial(self._pick, stance))

    def _pick(self, stance: str) -> None:
        self.chips.set_value(stance)
        self.chosen.emit(self.priority_id, stance)

    def _chosen(self, keys: tuple[str, ...]) -> None:
        if keys:
            self.chosen.emit(self.priority_id, keys[0])
