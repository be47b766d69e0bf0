"""The summary of what is wrong on a page; each line jumps to its field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame
from typing_extensions import override

from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.typeface import Role


class ErrorSummary(QFrame):
    """Hidden while all is well; put it at the top of a form. A line goes when its field is well.

    Who goes on typing while a line has the focus types into its field: no letter is lost.
    """

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

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a letter that is typed at a line to the line's field."""
        field = next((each for each, link in self._links.items() if link is watched), None)
        if field is None or event.type() != QEvent.Type.KeyPress or not _is_letter(event):
            return super().eventFilter(watched, event)
        field.focus()
        now = QApplication.focusWidget()
        return now is not None and now is not watched and QApplication.sendEvent(now, event)

    def _add(self, field: Field) -> None:
        link = LinkButton(_line(field), "bad")
        link.clicked.connect(field.focus)
        link.installEventFilter(self)
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


def _is_letter(event: QEvent) -> bool:
    """Tell whether a key writes something; a space presses the line."""
    if not isinstance(event, QKeyEvent):
        return False
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    written = event.text()
    return bool(written.strip()) and written.isprintable() and not event.modifiers() & commands


def _line(field: Field) -> str:
    colon = "" if field.words.endswith("?") else ":"
    return f"{field.words}{colon} {field.problem}"
