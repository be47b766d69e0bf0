"""A draft's pages in memory: set as the real PDF, and painted one by one. Nothing is written."""

from datetime import date

from PySide6.QtGui import QImage

from pcf_desktop.exporters.formats import PDF
from pcf_desktop.exporters.made import Made
from pcf_desktop.progress import Progress
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.workspace import Workspace

WIDEST = 3000
"""Pixels; a page that is wider would take more memory than a small laptop has to spare."""


def typeset(workspace: Workspace, plan: PackPlan, today: date, progress: Progress) -> Made:
    """Return the draft of a pack as a PDF in memory; raises what `packs.draft` raises."""
    progress(0, 1)
    with workspace.read() as session:
        document = packs.draft(session, plan, today)
    return PDF.make(document, progress)


def picture(data: bytes, page: int, width: int) -> QImage:
    """Return a page, counted from nought, painted so many pixels wide, WIDEST at most."""
    import pypdfium2  # noqa: PLC0415 - as the formats, when a pack is first looked at

    with pypdfium2.PdfDocument(data) as document:
        sheet = document[page]
        try:
            bitmap = sheet.render(scale=min(width, WIDEST) / sheet.get_width(), prefer_bgrx=True)
            painted = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            )
            return painted.copy()
        finally:
            sheet.close()
