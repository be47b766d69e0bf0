"""A labelled choice from a list, found by typing a part of a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.icons import paint_icon
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import sizes, space


@dataclass(frozen=True)
class Choosable:
    """One thing to choose: its key and its words."""

    key: str
    words: str


class Combo(QComboBox):
    """A combo box as high as a button, with our own arrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return a line's height from the size of its letters."""
        metrics = self.fontMetrics()
        return QSize(
            22 * metrics.averageCharWidth(), max(metrics.height() + 2 * sizes().padding, 32)
        )

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for some ten letters and the arrow."""
        wide = 12 * self.fontMetrics().averageCharWidth() + space(4)
        return QSize(wide, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow."""
        super().paintEvent(event)
        side = space(2)
        at = QRect(self.width() - side - space(), (self.height() - side) // 2, side, side)
        token = colours().text if self.isEnabled() else colours().muted
        paint_icon(QPainter(self), at, "caret-down", token)


class ChoiceField(Field):
    """One of several options; a list of more than a few is filtered as the person types."""

    def __init__(
        self,
        label: str,
        options: Sequence[Choosable] = (),
        hint: str = "",
        *,
        filters: bool = True,
        optional: bool = False,
    ) -> None:
        self.combo = Combo()
        self._filters = filters
        if filters:
            self._filter_as_typed()
        super().__init__(label, self.combo, hint, optional=optional)
        typed = self.combo.lineEdit()
        if typed is not None:
            typed.setAccessibleName(self.words)
            typed.textChanged.connect(self._text_changed)
            self.left.connect(self._show_beginning)
        self.set_options(options)
        self.combo.currentIndexChanged.connect(lambda _place: self.changed.emit())
        if filters:  # only what can be typed can be wrong; else the form says what is missing
            self.left.connect(self.check)

    def set_options(self, options: Sequence[Choosable]) -> None:
        """Offer these options, keeping the choice if it is among them, and what is half typed."""
        kept, typed = self.value(), self.combo.currentText()
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for option in options:
                self.combo.addItem(option.words, option.key)
        self.set_value(kept)
        if self._filters and not kept:
            self.combo.setEditText(typed)

    @override
    def typed(self) -> str:
        """Return the key of what is chosen, else what is half typed."""
        return self.value() or self.combo.currentText().strip()

    @override
    def put(self, text: str) -> None:
        self.set_value(text)
        if text and not self.value() and self._filters:
            self.combo.setEditText(text)  # half typed, or offered no longer

    def value(self) -> str:
        """Return the key of what is chosen, or nothing."""
        place = self._place()
        return str(self.combo.itemData(place)) if place >= 0 else ""

    def set_value(self, key: str) -> None:
        """Choose an option by its key; an unknown key, or none, chooses nothing."""
        self.combo.setCurrentIndex(self.combo.findData(key) if key else -1)
        if self.combo.currentIndex() < 0 and self._filters:
            self.combo.setEditText("")

    @override
    def check(self) -> bool:
        """Take up what was typed, or say that it is not in the list; return whether it is well."""
        if self._filters:
            typed = self.combo.currentText().strip()
            if typed and self._place() < 0 and (meant := self.meant(typed)):
                self.combo.setEditText(meant)
            place = self._place()
            if place < 0 and typed:
                self.set_problem(tr("Choose one from the list."))
                return False
            self.combo.setCurrentIndex(place)
        return super().check()

    def meant(self, typed: str) -> str:
        """Return the words of the one option that a part of its words stands for, or nothing.

        The one that begins so goes before one that has it further on.
        """
        wanted = typed.casefold()
        within = [words for words in self.offered() if wanted in words.casefold()]
        first = [words for words in within if words.casefold().startswith(wanted)]
        return next((found[0] for found in (first, within) if len(found) == 1), "")

    def offered(self) -> list[str]:
        """Return the words of all options."""
        return [self.combo.itemText(place) for place in range(self.combo.count())]

    def _text_changed(self, words: str) -> None:
        self.combo.setToolTip(f"<p>{escape(words)}</p>" if words else "")
        if not self.combo.hasFocus():
            self._show_beginning()

    def _show_beginning(self) -> None:
        """Show how the words begin, where they are longer than the field."""
        typed = self.combo.lineEdit()
        if typed is not None:
            typed.setCursorPosition(0)

    def _place(self) -> int:
        if not self._filters:
            return self.combo.currentIndex()
        typed = self.combo.currentText().strip()
        return self.combo.findText(typed, Qt.MatchFlag.MatchFixedString) if typed else -1

    def _filter_as_typed(self) -> None:
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.combo.model(), self.combo)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.combo.setCompleter(completer)
