"""Keep: what stands in this field stays for the next piece of feedback."""

from PySide6.QtCore import Qt
from typing_extensions import override

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.language import tr


class KeepButton(Button):
    """A small button that is on or off; by keyboard it is pressed from its field, with Ctrl+D.

    It is no stop of Tab: the form is typed through ten times in a row, and would double its keys.
    """

    def __init__(self, field: str) -> None:
        super().__init__(tr("Keep"), small=True)
        self._field = field
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.toggled.connect(self._tell)
        self._tell()

    @override
    def _padding(self) -> int:
        return 0  # as low as a target may be: it stands in the line of the label

    def _tell(self) -> None:
        kept = self.isChecked()
        self.setText(tr("Kept") if kept else tr("Keep"))
        words = tr("{field} is kept for the next") if kept else tr("Keep {field} for the next")
        self.setAccessibleName(words.format(field=self._field))
        self.setToolTip(tr("Ctrl+D keeps the field you are in"))
        self.updateGeometry()
