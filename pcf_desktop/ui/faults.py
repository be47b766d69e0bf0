"""What is our fault: a dialog that says so, and a report without any family's words."""

import sys
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QWidget

from pcf_desktop import __version__, logs
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


def report(error: BaseException) -> str:
    """Return which program it is, and where an error came from as the log has it."""
    program = f"PCF Desktop {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return f"{program}\n{logs.report(error)}"


class FaultDialog(QDialog):
    """Says that something went wrong, that nothing was lost, and offers the report to copy."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self.report = report(error)
        details = LongTextField(tr("What to send to whoever looks after the program"), lines=6)
        details.set_value(self.report)
        details.page.setReadOnly(True)
        copy = Button(tr("Copy the report"), icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        close = Button(tr("Go on working"), Rank.PRIMARY)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = stacked(self, gap=2, around=3)
        column.addWidget(Text(tr("Something went wrong"), Role.TITLE))
        column.addWidget(
            Text(
                tr(
                    "This is a fault of the program, not yours. The last step was not done. "
                    "All that was saved before is safe."
                )
            )
        )
        column.addWidget(details, 1)
        column.addWidget(Text(tr("The report holds no words of families."), Role.SMALL, "muted"))
        column.addLayout(buttons)
        self.resize(space(80), space(55))
        close.setFocus()


def show_fault(error: BaseException, parent: QWidget | None = None) -> FaultDialog:
    """Log an error and tell the person; the dialog does not block the window's work."""
    logs.note_fault(error)
    dialog = FaultDialog(error, parent or QApplication.activeWindow())
    dialog.open()
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def watch() -> None:
    """Tell of every error that nobody handles; call once the application is there."""

    def unhandled(
        kind: type[BaseException], error: BaseException, _where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            show_fault(error)

    sys.excepthook = unhandled
