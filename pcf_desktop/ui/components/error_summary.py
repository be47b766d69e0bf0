"""The summary of what is wrong on a page; each line jumps to its field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class ErrorSummary(QFrame):
    """Hidden while all is well; put it at the top of a form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "problems")
        self.setAccessibleName(tr("There is a problem"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(space(2), space(1.5), space(2), space(1.5))
        self._lines.setSpacing(space(0.5))
        self._lines.addWidget(Text(tr("There is a problem"), Role.SECTION))
        self._links: list[LinkButton] = []
        self.hide()

    def show_problems(self, fields: Sequence[Field]) -> bool:
        """List the fields that have a problem and go to the first line; return whether any has."""
        self.clear()
        for field in fields:
            if field.problem:
                self._add(field)
        if self._links:
            self.show()
            self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, tr("There is a problem"))
        return bool(self._links)

    def clear(self) -> None:
        """Forget all problems and hide."""
        for link in self._links:
            self._lines.removeWidget(link)
            link.deleteLater()
        self._links = []
        self.hide()

    def _add(self, field: Field) -> None:
        colon = "" if field.words.endswith("?") else ":"
        link = LinkButton(f"{field.words}{colon} {field.problem}", "bad")
        link.clicked.connect(field.focus)
        self._lines.addWidget(link)
        self._links.append(link)
