"""A labelled field for a date that may be known only by its month or year."""

import datetime as dt

from typing_extensions import override

from pcf_desktop.days import MONTHS
from pcf_desktop.records import When
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.partial_date import read_date
from pcf_desktop.ui.said import words_of


class DateField(TextField):
    """Takes `3 April 2026`, `3/4/26`, `April 2026`, `2026`, `today`; says how it was understood.

    Where only a whole day will do, the words `for_a_day` ask for it as it is saved.
    """

    for_a_day = ""

    def __init__(self, label: str, hint: str = "", *, optional: bool = False) -> None:
        usual = tr("For example 3 April 2026, or only April 2026")
        super().__init__(label, hint or usual, optional=optional)
        # a date that has lost its first digit reads as another day
        self.line.must_hold = [f"20 {month} 2000" for month in MONTHS]
        self.left.connect(self.check)
        self.left.connect(self._show_beginning)

    @override
    def set_value(self, words: str) -> None:
        """Show these words, from their beginning."""
        super().set_value(words)
        self._show_beginning()

    def date(self) -> When:
        """Return the date, of no day when nothing, or no date, was typed."""
        return read_date(self.value(), _today()) or When()

    def day(self) -> dt.date | None:
        """Return the day, or None when less than a day was typed."""
        given = self.date()
        return given.earliest if given.precision == "day" else None

    def set_today(self) -> None:
        """Show today, with nothing wrong about it."""
        self.set_date(When.day(_today()))
        self.set_problem("")

    def set_date(self, when: When) -> None:
        """Show a date in full words; nothing, where they are none that could be typed."""
        read = read_date(words_of(when), _today())
        self.set_value(words_of(read) if read else "")

    @override
    def check(self) -> bool:
        """Rewrite what was typed in full words, or say what is wrong; return whether it is well."""
        typed, when = self.value(), self.date()
        if when.earliest is not None:
            self.set_value(words_of(when))
        elif typed:
            self.set_problem(tr("Write a date as 3 April 2026, April 2026 or 2026."))
            return False
        return super().check()

    @override
    def check_to_save(self) -> bool:
        if self.for_a_day and self.day() is None:
            self.set_problem(self.for_a_day)
            return False
        return super().check_to_save()

    def _show_beginning(self) -> None:
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
