"""Where Tab leads: along the page as it is read, also past what came to stand there later.

Qt's own chain has widgets in the order in which they were made.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def stops(root: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus by Tab now, in the order of the layouts that hold it."""
    if not root.isVisible() or not root.isEnabled():
        return
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and root.focusProxy() is None:
        yield root
    for child in _children(root):
        yield from stops(child)


def step(root: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next stop below `root`, or the one before; say if there is another."""
    found, now = [*stops(root)], QApplication.focusWidget()
    if not found:
        return False
    if now not in found:
        following = 0 if forward else -1
    else:
        following = (found.index(now) + (1 if forward else -1)) % len(found)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found[following].setFocus(reason)
    return True


def _children(held: QWidget) -> Iterator[QWidget]:
    if isinstance(held, QScrollArea):
        inner = held.widget()
        if inner is not None:
            yield inner
        return
    layout = held.layout()
    placed = [*_placed(layout)] if layout is not None else []
    yield from placed
    for child in held.children():
        if isinstance(child, QWidget) and not child.isWindow() and child not in placed:
            yield child


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)
