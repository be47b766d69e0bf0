"""A choice that is quick by keyboard: a part of a word, or another name for it, is enough."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from typing_extensions import override

from pcf_desktop.services.counting import likeness
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.typeface import Role


class QuickChoice(ChoiceField):
    """Takes up what was meant when the focus leaves; `takes_new` keeps words that are no option."""

    def __init__(self, label: str, *, takes_new: bool = False) -> None:
        self._takes_new = takes_new
        self._also: dict[str, str] = {}
        super().__init__(label)
        self._note = Text("", Role.SMALL, "muted")
        self._note.hide()
        self.column.insertWidget(self.column.count() - 1, self._note)
        self.combo.editTextChanged.connect(lambda _words: self.changed.emit())

    def offer(self, options: Sequence[Choosable], also: Mapping[str, str] | None = None) -> None:
        """Offer these options; `also` leads from other names to an option's words."""
        typed = self.typed()
        self.set_also(also or {})
        with QSignalBlocker(self), QSignalBlocker(self.combo):
            self.set_options(options)
            self._write(typed)
        if self.value():
            self.note("")  # it was new here, and was kept since

    def set_also(self, also: Mapping[str, str]) -> None:
        """Lead from these other names to an option's words."""
        self._also = {name.casefold(): words for name, words in also.items()}

    @override
    def typed(self) -> str:
        """Return the words that stand in the field, an option's or others."""
        return self.combo.currentText().strip()

    @override
    def put(self, text: str) -> None:
        self._write(text)
        self.note("")

    def note(self, words: str) -> None:
        """Say below the field what is to be known of it; no words: nothing is."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    @override
    def check(self) -> bool:
        typed = self.typed()
        if typed and not self.value() and (meant := self.meant(typed)):
            self.put(meant)
        is_new = bool(self.typed()) and not self.value()
        near = likeness.nearest(typed, self.offered()) if is_new else None
        ask = tr("Did you mean {words}?").format(words=near) if near else ""
        if self._takes_new:
            self.note(" ".join((tr("New here."), ask)).strip() if is_new else "")
            return True
        if is_new:
            self.set_problem(" ".join((tr("Choose one from the list."), ask)).strip())
            return False
        return super().check()

    def _write(self, words: str) -> None:
        self.combo.setEditText(words)
        if not self.combo.hasFocus():
            self._show_beginning()  # also where the words are the same, of which nothing tells

    @override
    def meant(self, typed: str) -> str:
        also = self._also.get(typed.casefold(), "")
        return also if also or self._takes_new else super().meant(typed)
