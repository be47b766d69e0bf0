"""The recovery sheet on paper: one page that whoever files it understands years later.

It is drawn in the printer's own points, so that letters have their size whatever the printer's
resolution is, and whatever text size the window has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from pcf_desktop.days import day
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.typeface import families

TEXT, HEADING, NAME, TITLE, GROUP, NUMBER = 12.0, 14.0, 18.0, 26.0, 26.0, 12.0
"""Heights of letters in points."""

A4 = QSizeF(595, 842)
MARGIN = 56.0
_POINTS_AN_INCH = 72
_IN_A_ROW = 4
_ENDING = b"%%EOF"


@dataclass(frozen=True)
class RecoverySheet:
    """What the sheet says: the forum's name, the groups of its key, and the day it was made."""

    name: str
    groups: Sequence[str]
    made: date


def a4_printer() -> QPrinter:
    """Return a printer set to A4, whatever country the computer thinks it is in."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def print_sheet(sheet: RecoverySheet, printer: QPrinter) -> bool:
    """Print the one page; return whether it went to the printer, or is whole in its file.

    A file can be read by its owner alone. A page smaller than A4 holds it all, made smaller.
    """
    file = Path(printer.outputFileName()) if printer.outputFileName() else None
    printer.setDocName(tr("Recovery sheet"))  # seen by whoever sees the queue: no name, no key
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    if file is not None and not _is_ours(file):
        return False
    painter = QPainter()
    if not painter.begin(printer):
        return False
    _Page(painter, printer).draw(sheet)
    ended = painter.end()
    if file is not None:
        return ended and _is_whole(file)
    return ended and printer.printerState() not in (
        QPrinter.PrinterState.Error,
        QPrinter.PrinterState.Aborted,
    )


class _Page:
    """Draws downwards from the top; lengths are points of an A4 page."""

    def __init__(self, painter: QPainter, printer: QPrinter) -> None:
        paper = printer.pageLayout().fullRectPoints()
        self._painter = painter
        self._fits = min(paper.width() / A4.width(), paper.height() / A4.height(), 1.0)
        self._unit = self._fits * printer.resolution() / _POINTS_AN_INCH
        self._y = MARGIN

    def draw(self, sheet: RecoverySheet) -> None:
        self._text(tr("Recovery sheet"), TITLE, bold=True, below=2)
        self._text(sheet.name, NAME, bold=True, below=4)
        made = tr("Made on {day}").format(day=day(sheet.made))
        self._text(made, TEXT, below=14)
        self._text(
            tr(
                "This sheet opens this forum in PCF Desktop when the passphrase is lost. "
                "Whoever holds it can read all that is in the forum."
            )
        )
        self._key(sheet.groups)
        self._heading(tr("How to use it"))
        self._text(
            tr(
                "Open the forum in PCF Desktop. Where it asks for the passphrase, choose “Use the "
                "recovery sheet” and type the eight groups in their order. Capitals, spaces and "
                "hyphens do not matter."
            )
        )
        self._heading(tr("Where to keep it"))
        self._text(
            tr(
                "Keep it locked away, as you would a bank card’s number, and never with the "
                "laptop. Two copies with two people you trust are best. Do not photograph, scan "
                "or e-mail it."
            )
        )
        self._heading(tr("If it is lost"))
        self._text(
            tr(
                "If the sheet and the passphrase are both lost, nobody can open the forum, and "
                "neither can the makers of the program. If only the sheet is lost, open the forum "
                "with the passphrase and choose “New recovery sheet…” in the menu “Forum”. This "
                "sheet then no longer opens it."
            )
        )
        self._heading(tr("Who keeps it"))
        for label in (tr("Kept by"), tr("Place"), tr("Since")):
            self._line(label)

    def _key(self, groups: Sequence[str]) -> None:
        """Draw the groups, each below its number, in a frame."""
        wide = (A4.width() - 2 * MARGIN) / _IN_A_ROW
        high, pad = 66.0, 14.0
        rows = -(-len(groups) // _IN_A_ROW)
        self._y += 8
        frame = self._rect(MARGIN, self._y, wide * _IN_A_ROW, rows * high + pad)
        self._painter.setPen(QPen(Qt.GlobalColor.black, self._unit))
        self._painter.drawRect(frame)
        for place, group in enumerate(groups):
            x = MARGIN + wide * (place % _IN_A_ROW)
            y = self._y + pad + high * (place // _IN_A_ROW)
            number = tr("Group {n}").format(n=place + 1)
            for words, font, down in (
                (number, self._font(NUMBER), 0),
                (group, self._font(GROUP, mono=True), 15),
            ):
                self._painter.setFont(font)
                room = self._rect(x, y + down, wide, GROUP * 1.5)
                flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
                self._painter.drawText(room, int(flags), words)
        self._y += rows * high + pad + 6

    def _heading(self, words: str) -> None:
        self._y += 8
        self._text(words, HEADING, bold=True, below=2)

    def _text(
        self, words: str, size: float = TEXT, *, bold: bool = False, below: float = 8
    ) -> None:
        """Draw words over the whole width, on as many lines as they need."""
        self._painter.setFont(self._font(size, bold=bold))
        room = self._rect(MARGIN, self._y, A4.width() - 2 * MARGIN, A4.height())
        flags = int(Qt.TextFlag.TextWrapAnywhere if " " not in words else Qt.TextFlag.TextWordWrap)
        took = self._painter.boundingRect(room, flags, words)
        self._painter.drawText(room, flags, words)
        self._y += took.height() / self._unit + below

    def _line(self, label: str) -> None:
        """Draw a label and a line to write on."""
        high = 27.0
        self._painter.setFont(self._font(TEXT))
        room = self._rect(MARGIN, self._y, 70, high)
        self._painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), label)
        self._painter.setPen(QPen(Qt.GlobalColor.black, self._unit * 0.75))
        end = self._rect(MARGIN + 70, self._y + high - 2, A4.width() - 2 * MARGIN - 70, 0)
        self._painter.drawLine(end.topLeft(), end.topRight())
        self._y += high

    def _rect(self, x: float, y: float, wide: float, high: float) -> QRectF:
        return QRectF(x * self._unit, y * self._unit, wide * self._unit, high * self._unit)

    def _font(self, size: float, *, bold: bool = False, mono: bool = False) -> QFont:
        """Return a font by points: in pixels, as the window has it, a printer's are tiny."""
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        made = QFont([fixed.family()] if mono else list(families()))
        made.setStyleHint(QFont.StyleHint.Monospace if mono else QFont.StyleHint.SansSerif)
        made.setPointSizeF(size * self._fits)
        made.setBold(bold or mono)
        return made


def _is_ours(file: Path) -> bool:
    """Make the file so that its owner alone can read it, before a letter of the key is in it."""
    try:
        file.touch(mode=0o600)
        if file.is_file():  # and no device, whose mode is not ours to change
            file.chmod(0o600)
            return True
    except OSError:
        return False
    return False


def _is_whole(file: Path) -> bool:
    """Tell whether all of a PDF is on the disk; Qt does not say when the disk was full."""
    try:
        return _ENDING in file.read_bytes()[-32:]
    except OSError:
        return False
