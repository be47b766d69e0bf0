"""The screens of priorities for the registry of views."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.priorities.link_screen import LinkScreen
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.screen import Desk


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return the views by their names."""
    return {
        "link": LinkScreen,
        "priorities": Priorities,
        "one priority": _page,
        "new priority": _form,
        "edit a priority": _filled,
        "delete a priority": _question,
    }


def _page(desk: Desk) -> QWidget:
    screen = Priorities(desk)
    screen.show_subject(3)
    return screen


def _filled(desk: Desk) -> QWidget:
    screen = Priorities(desk)
    screen.edit(3)
    return screen


def _question(desk: Desk) -> QWidget:
    screen = Priorities(desk)
    screen.show_subject(3)
    screen.page.question.ask(3)
    return screen


def _form(desk: Desk) -> QWidget:
    screen = Priorities(desk)
    screen.begin_new()
    return screen
