"""Widgets below each other or beside each other, with no more room around them than asked for."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from pcf_desktop.ui.tokens import space

_L = TypeVar("_L", bound=QBoxLayout)

Around = float | tuple[float, float, float, float]
"""The room on all sides; or left, above, right and below. In steps of the grid, as `gap` is."""


def stacked(
    on: QWidget | None = None, *widgets: QWidget, gap: float = 0, around: Around = 0
) -> QVBoxLayout:
    """Lay widgets out below each other, on a widget or for another layout."""
    return _filled(QVBoxLayout() if on is None else QVBoxLayout(on), widgets, gap, around)


def abreast(
    on: QWidget | None = None, *widgets: QWidget, gap: float = 0, around: Around = 0
) -> QHBoxLayout:
    """Lay widgets out beside each other."""
    return _filled(QHBoxLayout() if on is None else QHBoxLayout(on), widgets, gap, around)


def clear(layout: QLayout) -> None:
    """Let go of all widgets of a layout; they are seen no more, and soon are not there."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def settle(widget: QWidget) -> None:
    """Give what has grown its room now: it would be painted once in the old one, and be cut."""
    held: QWidget | None = widget
    while held is not None:
        layout = held.layout()
        if layout is not None:
            layout.activate()
        held = held.parentWidget()


def _filled(made: _L, widgets: tuple[QWidget, ...], gap: float, around: Around) -> _L:
    made.setSpacing(space(gap))
    sides = around if isinstance(around, tuple) else (around,) * 4
    made.setContentsMargins(*(space(side) for side in sides))
    for widget in widgets:
        made.addWidget(widget)
    return made
