"""The words that suggest a priority, typed the same way in its form and on its page."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.language import tr


class KeywordsField(LongTextField):
    """Words and phrases, one a line or with a comma between."""

    def __init__(self, *, lines: int = 5, optional: bool = False) -> None:
        super().__init__(
            tr("Words that suggest it"),
            _hint(),
            lines=lines,
            optional=optional,
        )
        self._kept: tuple[str, ...] = ()

    def keywords(self) -> tuple[str, ...]:
        """Return each word and phrase; a comma in one that is kept already is a part of it."""
        found: list[str] = []
        for line in self.value().splitlines():
            parts = [line] if line.strip() in self._kept else line.split(",")
            found += [part.strip() for part in parts if part.strip()]
        return tuple(dict.fromkeys(found))

    def show_keywords(self, words: Sequence[str]) -> None:
        """Show what is kept, one a line."""
        self._kept = tuple(words)
        self.set_value("\n".join(words))
        self.set_hint(_hint())

    def propose(self, words: Sequence[str]) -> None:
        """Show words to be changed at will; what is typed then begins on a line of its own."""
        if words:
            self.set_value("\n".join(words) + "\n")
            self.page.moveCursor(QTextCursor.MoveOperation.End)
            self.set_hint(tr("Proposed from the words above. Add the words that families use."))


def _hint() -> str:
    return tr("Words families use, one a line or with a comma between. Suggestions go by them.")
