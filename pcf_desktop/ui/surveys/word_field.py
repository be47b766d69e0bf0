"""One word of a file and what it means in our list: taken by a press, or chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from typing_extensions import override

from pcf_desktop.services.forum.known_words import NONE, WordMatch
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.priority_field import ListCombo
from pcf_desktop.ui.words import count


class WordField(Field):
    """Emits `looked` with its match and a key once a person has said what the word means."""

    looked = Signal(WordMatch, str)

    def __init__(self, match: WordMatch, labels: Mapping[str, str]) -> None:
        self.match, self._labels = match, labels
        self.combo = ListCombo()
        rows = count(match.rows, tr("row"), tr("rows"))
        super().__init__(
            tr("“{words}”, {rows}").format(words=match.words, rows=rows), self.combo, match.why
        )
        self.combo.setAccessibleName(tr("What “{words}” means").format(words=match.words))
        asked = [tr("Not looked at yet: left out")] if match.key is None else []
        self._keys = [*([None] if asked else []), *labels, NONE]
        self.combo.addItems([*asked, *labels.values(), tr("None of these: leave it out")])
        self.combo.setCurrentIndex(self._keys.index(match.key) if match.key in self._keys else 0)
        self.combo.activated.connect(self._chosen)
        guess = match.likely
        if match.key is None and guess is not None and guess in labels:
            likely = labels[guess]
            self.take = Button(tr("Take “{meaning}”").format(meaning=likely), small=True)
            self.take.setAccessibleName(
                tr("Take “{meaning}” for “{words}”").format(meaning=likely, words=match.words)
            )
            self.take.clicked.connect(lambda: self.looked.emit(match, guess))
            self.column.addWidget(self.take)

    @override
    def typed(self) -> str:
        """Return what is chosen, as it is shown."""
        return self.combo.currentText()

    @override
    def put(self, text: str) -> None:
        self.combo.setCurrentText(text)

    def hold(self, why: str) -> None:
        """Stay disabled and say why; no words: be free again."""
        self.combo.setEnabled(not why)
        self.combo.setToolTip(why)
        self.combo.setAccessibleDescription(why)
        for button in self.findChildren(Button):
            button.hold(why)

    def _chosen(self, place: int) -> None:
        key = self._keys[place]
        if key is not None and key != self.match.key:
            self.looked.emit(self.match, key)
