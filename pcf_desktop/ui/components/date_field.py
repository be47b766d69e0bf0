"""A labelled field for a date that may be known only by its month or year."""

from datetime import datetime

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.partial_date import PartialDate, read_date


class DateField(TextField):
    """Takes `3 April 2026`, `3/4/26`, `April 2026`, `2026`, `today`; says how it was understood."""

    def __init__(
        self,
        label: str,
        hint: str = "",
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        usual = tr("For example 3 April 2026, or only April 2026")
        super().__init__(label, hint or usual, optional=optional, parent=parent)
        # a date that has lost its first digit reads as another day
        self.line.must_hold = [PartialDate(2000, month, 20).words for month in range(1, 13)]
        self.left.connect(self.check)
        self.left.connect(self._show_beginning)

    @override
    def set_value(self, words: str) -> None:
        """Show these words, from their beginning."""
        super().set_value(words)
        self._show_beginning()

    def date(self) -> PartialDate | None:
        """Return the date, or None when nothing, or no date, was typed."""
        return read_date(self.value(), datetime.now().astimezone().date())

    def set_date(self, when: PartialDate | None) -> None:
        """Show a date in full words."""
        self.set_value(when.words if when else "")

    @override
    def check(self) -> bool:
        """Rewrite what was typed in full words, or say what is wrong; return whether it is well."""
        typed, when = self.value(), self.date()
        if when is not None:
            self.set_value(when.words)
        elif typed:
            self.set_problem(tr("Write a date as 3 April 2026, April 2026 or 2026."))
            return False
        return super().check()

    def _show_beginning(self) -> None:
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)
