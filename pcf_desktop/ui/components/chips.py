"""Chips: filters and answers in rounded buttons, one or several at a time, with counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QWidget
from typing_extensions import override

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import settle
from pcf_desktop.ui.typeface import Role, font
from pcf_desktop.ui.words import number


@dataclass(frozen=True)
class ChipOption:
    """One chip: its key, its words, and how many it would show."""

    key: str
    words: str
    count: int | None = None


class Chip(Button):
    """One rounded button that is on or off."""

    def __init__(self, option: ChipOption) -> None:
        super().__init__("", small=True)
        self.key = option.key
        self.setCheckable(True)
        self.set_option(option)

    def set_option(self, option: ChipOption) -> None:
        """Show other words or another count."""
        shown = option.words if option.count is None else f"{option.words} {number(option.count)}"
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(shown)
        self.updateGeometry()

    @override
    def _words_width(self) -> int:
        """Return the width in bold, so that nothing moves when the chip is turned on."""
        metrics = QFontMetrics(font(Role.SMALL_STRONG))
        return metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()

    @override
    def _words_font(self) -> QFont:
        return font(Role.SMALL_STRONG if self.isChecked() else Role.SMALL)

    @override
    def _role(self) -> Role:
        return Role.SMALL

    @override
    def _radius(self) -> float:
        return self.height() / 2


class Chips(FlowRow):
    """A named row of chips; emits `chosen` with the keys of those that are on.

    With `several` false, exactly one is on once the person has chosen (arrow keys move); with
    `several` true, any number.
    """

    chosen = Signal(tuple)

    def __init__(self, name: str, options: Sequence[ChipOption], *, several: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self._chips = {option.key: Chip(option) for option in options}
        for chip in self._chips.values():
            self._group.addButton(chip)
            chip.setAccessibleDescription(name)
            chip.clicked.connect(self._clicked)
            self.add(chip)
        self.setFocusProxy(self._entry())
        self._put_entry()

    def value(self) -> tuple[str, ...]:
        """Return the keys of the chips that are on, in order."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def set_value(self, *keys: str) -> None:
        """Turn these chips on and all others off, without emitting."""
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)
        self._group.setExclusive(exclusive)
        self._put_entry()

    def set_options(self, options: Sequence[ChipOption]) -> None:
        """Show new words or counts on the chips there are; KeyError for a key there is not."""
        for option in options:
            self._chips[option.key].set_option(option)
        settle(self)

    def set_offered(self, key: str, *, offered: bool) -> None:
        """Show a chip, or leave it out."""
        self._chips[key].setVisible(offered)

    def focus_first(self) -> None:
        """Put the focus on the chip that is on, or on the first."""
        self._entry().setFocus()

    def _entry(self) -> QWidget:
        """Return where Tab enters the row: the chip that is on, or the first."""
        return self._group.checkedButton() or next(iter(self._chips.values()))

    def _put_entry(self) -> None:
        """Let Tab stop at one chip of an exclusive row.

        Qt leaves the stop at the chip that had the focus last, also when that was turned off.
        """
        if self._group.exclusive():
            entry = self._entry()
            for chip in self._chips.values():
                tab = Qt.FocusPolicy.StrongFocus if chip is entry else Qt.FocusPolicy.ClickFocus
                chip.setFocusPolicy(tab)

    def _clicked(self) -> None:
        self.chosen.emit(self.value())
