"""Pages of a document as they will be printed: one at a time, with zoom."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.words import number

ZOOMS = (25, 50, 75, 100, 125, 150, 200, 300)
"""The zooms in per cent of the width of the view."""
A4 = 297 / 210
"""Height to width of a page, until one is seen."""


class PagePreview(QFrame):
    """Shows page after page, at first each whole. Pages count from nought.

    `wanted` asks for the picture of a page that is so many pixels wide. Whoever answers calls
    `show_image`; a late answer is dropped.
    """

    wanted = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "sunken")
        self.setAccessibleName(name)
        self._count, self._page = 0, 0
        self._zoom: int | None = None  # None: as large as the whole page can be seen
        self._shape = A4
        self._sheet = QLabel()
        self._sheet.setTextFormat(Qt.TextFormat.PlainText)
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sheet.setContentsMargins(space(2), space(2), space(2), space(2))
        self._area = QScrollArea()
        self._area.setWidget(self._sheet)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(name)
        self._words = Text("", wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, space())
        column.addWidget(self._area, 1)
        column.addWidget(self._make_buttons(), 0, Qt.AlignmentFlag.AlignHCenter)
        self._tell()

    @property
    def page(self) -> int:
        """The page that is shown, from nought."""
        return self._page

    def set_count(self, pages: int, page: int = 0) -> None:
        """Show a document of so many pages, from one of them on."""
        self._count = pages
        self.go(page)

    def go(self, page: int) -> None:
        """Go to a page, or to the nearest there is."""
        self._page = max(0, min(page, self._count - 1))
        self._tell()
        if self._count:
            self.wanted.emit(self._page, self._width())
        else:
            self._sheet.clear()

    def show_image(self, page: int, image: QImage) -> None:
        """Show the picture of a page, if it is still the page that is wanted."""
        if page == self._page and self._count:
            self._sheet.setPixmap(QPixmap.fromImage(image))
            self._sheet.setAccessibleName(self._words.text())
            self._shape = image.height() / max(image.width(), 1)

    def zoom(self, *, closer: bool) -> None:
        """Go one zoom closer, or farther away."""
        now = self._percent()
        steps = [z for z in ZOOMS if z > now] if closer else [z for z in ZOOMS if z < now][::-1]
        self.fit(steps[0] if steps else round(now))

    def fit(self, percent: int | None) -> None:
        """Show a page at so many per cent of the view's width; None: the whole of it."""
        self._zoom = percent
        self.whole.setChecked(percent is None)
        self.wide.setChecked(percent == 100)  # noqa: PLR2004 - all of the width
        self.go(self._page)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new size."""
        super().resizeEvent(event)
        if self._zoom is None or event.size().width() != event.oldSize().width():
            self.go(self._page)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Ask again for the page that was let go."""
        super().showEvent(event)
        if not event.spontaneous():
            self.go(self._page)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the picture, which is large."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._sheet.clear()

    @override
    def sizeHint(self) -> QSize:
        """Return a sheet of A4 that can be read."""
        return QSize(space(50), space(70))

    def _make_buttons(self) -> QWidget:
        self._back = Button.of_icon("caret-left", tr("Previous page"))
        self._on = Button.of_icon("caret-right", tr("Next page"))
        self.whole = Button(tr("Whole page"), Rank.QUIET, small=True)
        self.wide = Button(tr("Page width"), Rank.QUIET, small=True)
        for fit, percent in ((self.whole, None), (self.wide, 100)):
            fit.setCheckable(True)
            fit.clicked.connect(lambda _on, percent=percent: self.fit(percent))
        self.whole.setChecked(True)
        out = Button.of_icon("magnifying-glass-minus", tr("Zoom out of the page"))
        closer = Button.of_icon("magnifying-glass-plus", tr("Zoom into the page"))
        self._back.clicked.connect(lambda: self.go(self._page - 1))
        self._on.clicked.connect(lambda: self.go(self._page + 1))
        out.clicked.connect(lambda: self.zoom(closer=False))
        closer.clicked.connect(lambda: self.zoom(closer=True))
        bind(self, "PgUp", self._back.click)
        bind(self, "PgDown", self._on.click)
        return FlowRow(self._back, self._words, self._on, out, closer, self.whole, self.wide)

    def _width(self) -> int:
        return max(round(self._room() * self._percent() / 100 * self.devicePixelRatioF()), 1)

    def _room(self) -> int:
        bar = self._area.verticalScrollBar().sizeHint().width()
        return max(self._area.width() - bar - space(4), 1)

    def _percent(self) -> float:
        """Return how wide the page is, in per cent of the view."""
        if self._zoom is not None:
            return self._zoom
        high = self._area.height() - space(4)
        return min(max(100 * high / self._shape / self._room(), 1), 100)

    def _tell(self) -> None:
        shown = tr("Page {n} of {all}").format(n=self._page + 1, all=number(self._count))
        self._words.setText(shown if self._count else tr("No pages yet"))
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page + 1 < self._count)
