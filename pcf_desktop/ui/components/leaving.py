"""Taking the focus off what is about to go or to be off, before Qt hands it on to anything."""

from PySide6.QtWidgets import QWidget


def leave(widget: QWidget) -> None:
    """Leave the focus nowhere if a widget, or something in it, has it; else it stays.

    Qt would pass it on along its own chain, as far as the side bar, where the next key press would
    lead away. Whoever calls this puts the focus somewhere once there is something to do.
    """
    held = _focus_in(widget.window())
    if held is not None and (held is widget or widget.isAncestorOf(held)):
        held.clearFocus()


def _focus_in(window: QWidget) -> QWidget | None:
    return window.focusWidget()
