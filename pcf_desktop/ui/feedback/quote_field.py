"""May we quote it? Four answers, one of them needed."""

from typing_extensions import override

from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.language import tr


def answers() -> tuple[tuple[str, str], ...]:
    """Return the answers: keys of `services.feedback.feedback.MAY_QUOTE`, and their words."""
    return (
        ("quote", tr("Yes, without names")),
        ("use", tr("Use it, but do not quote")),
        ("keep", tr("Keep it to ourselves")),
        ("not_asked", tr("Not asked yet")),
    )


class ChipsField(Field):
    """A row of chips as a field: one answer of a few that all stand there to be seen."""

    def __init__(self, label: str, options: tuple[tuple[str, str], ...]) -> None:
        self._chips = Chips(label, [ChipOption(key, words) for key, words in options])
        super().__init__(label, self._chips)
        self._chips.chosen.connect(self._chosen)

    @override
    def typed(self) -> str:
        return self.value()

    @override
    def put(self, text: str) -> None:
        self.set_value(text)  # also where it says so already: Tab enters at the first again
        self.changed.emit()

    def value(self) -> str:
        """Return the key of the answer, or nothing."""
        return next(iter(self._chips.value()), "")

    def set_value(self, key: str) -> None:
        """Show this answer, or none."""
        self._chips.set_value(*([key] if key else []))

    def set_offered(self, key: str, *, offered: bool) -> None:
        """Show an answer, or leave it out."""
        self._chips.set_offered(key, offered=offered)

    @override
    def focus(self) -> None:
        self._chips.focus_first()

    def _chosen(self) -> None:
        self.set_problem("")
        self.changed.emit()


class QuoteField(ChipsField):
    """The question that every piece of feedback must answer."""

    def __init__(self) -> None:
        super().__init__(tr("May we quote it?"), answers())
        self.needed = tr("Choose one of the four answers.")
