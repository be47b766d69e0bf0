"""What the place of surveys asks of any import, a survey's or a log's: its steps, its button."""

from PySide6.QtCore import Signal

from pcf_desktop.ui.pages import Page


class ImportPage(Page):
    """Emits `moved` whenever the step, or what can be done in it, has changed."""

    moved = Signal()

    @property
    def busy(self) -> bool:
        """Whether something long is under way."""
        raise NotImplementedError

    @property
    def can_go_on(self) -> bool:
        """Whether the next step is open."""
        raise NotImplementedError

    @property
    def next_words(self) -> str:
        """What the primary button says."""
        raise NotImplementedError

    @property
    def writes(self) -> bool:
        """Whether the primary button writes something."""
        raise NotImplementedError

    @property
    def has_file(self) -> bool:
        """Whether there is a file on hand."""
        raise NotImplementedError

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before."""
        raise NotImplementedError

    @property
    def head(self) -> tuple[str, str]:
        """The title and subtitle of the page."""
        raise NotImplementedError

    def start(self) -> None:
        """Begin anew, with no file."""

    def go_on(self) -> None:
        """Do what the primary button says."""

    def go_back(self) -> None:
        """Go one step back; what was chosen stays."""
