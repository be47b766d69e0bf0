"""The audit of a view: everything that a person with low vision, a keyboard or a reader needs.

`audit` returns a sentence for each fault, so that a failing test says what to mend.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.typeface import Role, font

TEXT, LEAST, PRIMARY = 4.5, 24, 32
SLACK = 1
"""A pixel that rounding may take."""


TRIES = 30
"""How often a view is looked at again that is not laid out yet."""


def audit_at_rest(view: QWidget, settle: Callable[[], object]) -> list[str]:
    """Return what is wrong with a view once nothing of it moves: what comes late is no fault."""
    found: list[str] = []
    for _ in range(TRIES):
        settle()
        found = audit(view)
        if not found:
            break
    return found


def audit(view: QWidget) -> list[str]:
    """Return what is wrong with a view that is shown."""
    seen = [w for w in (view, *view.findChildren(QWidget)) if w.isVisible() and _ours(w)]
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return [
        *(fault for widget in seen for fault in _widget_faults(widget)),
        *(fault for widget in seen for fault in contrast_faults(widget, view, picture)),
        *mnemonic_faults(seen),
    ]


def _widget_faults(widget: QWidget) -> Iterator[str]:
    yield from name_faults(widget)
    yield from trap_faults(widget)
    yield from clip_faults(widget)
    yield from target_faults(widget)
    yield from rich_text_faults(widget)
    yield from letter_faults(widget)


def name_of(widget: QWidget) -> str:
    """Return the name a screen reader says: its own, unless a combo box; its label's; its words."""
    if widget.accessibleName() and not isinstance(widget, QComboBox):
        return widget.accessibleName()
    labels = widget.window().findChildren(QLabel)
    label = next((found for found in labels if found.buddy() is widget), None)
    if label is not None:
        return label.text()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def name_faults(widget: QWidget) -> Iterator[str]:
    """Everything that takes the focus has a name."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not name_of(widget).strip():
        yield f"{_say(widget)} has no name"


def trap_faults(widget: QWidget) -> Iterator[str]:
    """Tab leaves every widget."""
    if isinstance(widget, QTableView) and widget.tabKeyNavigation():
        yield f"{_say(widget)} keeps Tab for its cells"
    if isinstance(widget, QTextEdit | QPlainTextEdit) and not widget.tabChangesFocus():
        yield f"{_say(widget)} keeps Tab for its text"


def clip_faults(widget: QWidget) -> Iterator[str]:
    """Nothing is cut: words have their room, and all lies inside what holds it."""
    if isinstance(widget, QLabel | QAbstractButton):
        wide, high = _needs(widget)
        if wide > widget.width() + SLACK or high > widget.height() + SLACK:
            yield f"{_say(widget)} is cut: {widget.width()}×{widget.height()} of {wide}×{high}"
    field = isinstance(widget, QLineEdit | QComboBox) and not isinstance(widget.parent(), QComboBox)
    if field and widget.minimumSizeHint().height() > widget.height() + SLACK:
        yield f"{_say(widget)} needs to be higher"
    if isinstance(widget, Scroll) and widget.horizontalScrollBar().maximum() > 0:
        yield f"{_say(widget)} must be scrolled sideways"
    yield from _outside_faults(widget)


def target_faults(widget: QWidget) -> Iterator[str]:
    """What is clicked is large enough."""
    if not isinstance(widget, QAbstractButton | QLineEdit | QComboBox):
        return
    if isinstance(widget.parent(), QComboBox):
        return
    large = isinstance(widget, Button) and widget.kind == Rank.PRIMARY
    least = PRIMARY if large else LEAST
    if widget.width() < least or widget.height() < least:
        yield f"{_say(widget)} is only {widget.width()} by {widget.height()} pixels"


def rich_text_faults(widget: QWidget) -> Iterator[str]:
    """Words are shown literally, also in tool tips."""
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield f"{_say(widget)} guesses whether its words are rich text"
    if isinstance(widget, QTextEdit) and widget.acceptRichText():
        yield f"{_say(widget)} accepts rich text"


def letter_faults(widget: QWidget) -> Iterator[str]:
    """Words follow the text size."""
    shown = widget.viewport() if isinstance(widget, QHeaderView) else widget
    written = QLabel | QAbstractButton | QLineEdit | QPlainTextEdit | QTextEdit | QHeaderView
    least, found = font(Role.SMALL).pixelSize(), shown.font().pixelSize()
    if isinstance(widget, written) and found < least - SLACK:
        yield f"{_say(widget)} has letters of {found} pixels, where small ones have {least}"


def mnemonic_faults(widgets: list[QWidget]) -> list[str]:
    """No two widgets have the same Alt key."""
    keys = Counter(
        QKeySequence.mnemonic(widget.text()).toString()
        for widget in widgets
        if isinstance(widget, QAbstractButton | QLabel)
    )
    return [f"{key} is used {n} times" for key, n in keys.items() if key and n > 1]


def contrast_faults(widget: QWidget, view: QWidget, picture: QImage) -> Iterator[str]:
    """Words can be read on the ground they really stand on."""
    ground = _ground(widget, view, picture)
    if ground is None:
        return
    for what, ink in _inks(widget):
        found = contrast(_laid_over(ink, ground), ground)
        if found < TEXT:
            yield f"{_say(widget)}: {what} has a contrast of only {found:.2f}"


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours, by WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _inks(widget: QWidget) -> Iterator[tuple[str, QColor]]:
    role = QPalette.ColorRole
    palette = widget.palette()
    if isinstance(widget, Button):
        yield "text", widget.face().ink
    elif isinstance(widget, QLabel) and widget.text():
        yield "text", palette.color(widget.foregroundRole())
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield "text", palette.color(role.Text)
        yield "placeholder", palette.color(role.PlaceholderText)


def _ground(widget: QWidget, view: QWidget, picture: QImage) -> QColor | None:
    """Return the commonest colour of the widget's place in the picture, if it is in it."""
    corner = widget.mapTo(view, QPoint(0, 0)) if widget is not view else QPoint(0, 0)
    box = QRect(corner, widget.size()).intersected(_shown(widget, view))
    if box.width() < LEAST // 2 or box.height() < LEAST // 2:
        return None
    pixels = memoryview(picture.constBits()).cast("I")
    ratio, line = picture.devicePixelRatio(), picture.width()
    first, last = round((box.left() + 3) * ratio), round((box.right() - 2) * ratio)
    seen = Counter[int]()
    for y in range(box.top() + 3, box.bottom() - 2, max(box.height() // 8, 1)):
        row = pixels[round(y * ratio) * line :]
        seen.update(row[first : last : max((last - first) // 24, 1)])
    return QColor(seen.most_common(1)[0][0])


def _needs(widget: QWidget) -> tuple[int, int]:
    """Return the width and height that a widget's words need."""
    if widget.hasHeightForWidth():
        return widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
    return widget.sizeHint().width(), widget.sizeHint().height()


def _shown(widget: QWidget, view: QWidget) -> QRect:
    """Return the part of the view in which the widget is seen."""
    shown = view.rect()
    held: QWidget | None = widget
    while held is not view and (held := held.parentWidget() if held else None) is not None:
        corner = held.mapTo(view, QPoint(0, 0)) if held is not view else QPoint(0, 0)
        shown = shown.intersected(QRect(corner, held.size()))
    return shown


def _outside_faults(widget: QWidget) -> Iterator[str]:
    held = widget.parentWidget()
    if held is None or widget.isWindow() or held.layout() is None or widget.size().isEmpty():
        return
    if isinstance(held.parent(), QAbstractScrollArea):
        return
    if not held.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
        yield f"{_say(widget)} reaches out of {_say(held)}"


def _laid_over(ink: QColor, ground: QColor) -> QColor:
    part = ink.alphaF()
    pairs = (
        (ink.red(), ground.red()),
        (ink.green(), ground.green()),
        (ink.blue(), ground.blue()),
    )
    return QColor(*(round(over * part + under * (1 - part)) for over, under in pairs))


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ours(widget: QWidget) -> bool:
    """Whether a widget is a part of the page and not of Qt's own inside."""
    inside = widget.objectName().startswith("qt_") and not isinstance(widget, QLineEdit)
    return not (inside or isinstance(widget, QScrollBar))


def _say(widget: QWidget) -> str:
    words = name_of(widget) or (widget.text() if isinstance(widget, QLabel) else "")
    return f"{type(widget).__name__} “{words[:40]}”"
