"""The summary of what is wrong on a page; each line jumps to its field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.typeface import Role


class ErrorSummary(QFrame):
    """Hidden while all is well; put it at the top of a form. A line goes when its field is well."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "problems")
        self.setAccessibleName(tr("There is a problem"))
        self._lines = stacked(self, gap=0.5, around=(2, 1.5, 2, 1.5))
        self._lines.addWidget(Text(tr("There is a problem"), Role.SECTION))
        self._links: dict[Field, LinkButton] = {}
        self._heard: set[Field] = set()
        self.hide()

    def show_problems(self, fields: Sequence[Field]) -> bool:
        """List the fields that have a problem and go to the first line; return whether any has."""
        self.clear()
        for field in fields:
            if field.problem:
                self._add(field)
        if self._links:
            self.show()
            next(iter(self._links.values())).setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, tr("There is a problem"))
        return bool(self._links)

    def clear(self) -> None:
        """Forget all problems and hide."""
        for field in [*self._links]:
            self._take_off(field)
        self.hide()

    def _add(self, field: Field) -> None:
        link = LinkButton(_line(field), "bad")
        link.clicked.connect(field.focus)
        self._lines.addWidget(link)
        self._links[field] = link
        if field not in self._heard:
            self._heard.add(field)
            field.judged.connect(lambda: self._judged(field))

    def _judged(self, field: Field) -> None:
        if field in self._links and field.problem:
            self._links[field].setText(_line(field))
        elif field in self._links:
            self._take_off(field)
            self.setVisible(bool(self._links))

    def _take_off(self, field: Field) -> None:
        link = self._links.pop(field)
        self._lines.removeWidget(link)
        link.hide()
        link.deleteLater()


def _line(field: Field) -> str:
    colon = "" if field.words.endswith("?") else ":"
    return f"{field.words}{colon} {field.problem}"
